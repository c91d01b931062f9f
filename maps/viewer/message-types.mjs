// Writes src/i18n/message-types.ts, the type of the texts of the interface, from the messages of layers/locales/en.ftl
// and the variables named in their comments. Run it with `make message-types`. A test checks that the file is current.

import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "@fluent/syntax";
import { isOfViewer, LOCALES, putByPath } from "./messages.mjs";

const TARGET = join(dirname(fileURLToPath(import.meta.url)), "src/i18n/message-types.ts");
const VARIABLE = /^ *\$([a-zA-Z]\w*) \((number|string)\)/gm;

/** The variables named in the comment of a message, each with its type. */
export const variablesOf = ({ comment }) =>
  [...(comment?.content ?? "").matchAll(VARIABLE)].map(([, name, type]) => ({ name, type }));

const typeOf = (member, indent = "  ") => {
  if (typeof member === "string") return member;
  if (Array.isArray(member)) return `readonly [${member.join(", ")}]`;
  const lines = Object.entries(member).map(([name, each]) => `${indent}${name}: ${typeOf(each, `${indent}  `)};\n`);
  return `{\n${lines.join("")}${indent.slice(2)}}`;
};

/** The source of the module for the text of en.ftl. */
export function messageTypes(text) {
  const words = {};
  const parameters = [];
  for (const message of parse(text, {}).body) {
    if (message.type !== "Message" || !isOfViewer(message.id.name)) continue;
    const id = message.id.name;
    const variables = variablesOf(message);
    const names = variables.map(({ name }) => JSON.stringify(name)).join(", ");
    const parts = variables.map(({ name, type }) => `${name}: ${type}`).join(", ");
    putByPath(words, id, names ? `(${parts}) => string` : "string");
    if (names) parameters.push(`  ${JSON.stringify(id)}: [${names}],\n`);
  }
  return `// Written by \`make message-types\` from layers/locales/en.ftl: change the messages there.

/** The texts of a language; \`card-inYear\` is \`card.inYear\`. */
export interface Words ${typeOf(words)}

/** The variables of each message that has any, in the order of its function. */
export const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
${parameters.join("")}};
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await writeFile(TARGET, messageTypes(await readFile(join(LOCALES, "en.ftl"), "utf8")));

// The texts of the interface as a module: `virtual:messages`, for build.mjs and the tests. Each file of layers/locales/ is
// a language; a language is added by adding its file.

import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { FluentResource } from "@fluent/bundle";

export const LOCALES = join(dirname(fileURLToPath(import.meta.url)), "../../layers/locales");

/** The groups of messages that Python alone uses: the report, the front page, dates. */
const PYTHON_GROUPS = ["report", "front", "dates"];

const groupOf = (id) => id.split("-")[0];

/** Whether the viewer has a message of this id. */
export const isOfViewer = (id) => !PYTHON_GROUPS.includes(groupOf(id));

/** The text of each file by its language. */
export async function localeFiles() {
  const files = (await readdir(LOCALES)).filter((file) => file.endsWith(".ftl")).sort();
  return Promise.all(
    files.map(async (file) => [file.slice(0, -".ftl".length), await readFile(join(LOCALES, file), "utf8")]),
  );
}

/** Put a value where an id says: `card-inYear` is `card.inYear`, and the messages of a group that are numbered are a list. */
export function putByPath(tree, id, value) {
  const path = id.split("-");
  const group = path.slice(0, -1).reduce((outer, name, i) => {
    outer[name] ??= /^\d/.test(path[i + 1]) ? [] : {};
    return outer[name];
  }, tree);
  group[path.at(-1)] = value;
}

/** The messages of a language as JSON: plain texts in their groups; by id the patterns of those that must be formatted. */
function messagesJson(messages) {
  const [words, patterns] = [{}, {}];
  const referenced = new Set(
    [...JSON.stringify(messages).matchAll(/"type":"mesg","name":"([^"]+)"/g)].map((r) => r[1]),
  );
  for (const [id, value] of Object.entries(messages)) {
    const isTerm = id.startsWith("-");
    if (!isTerm) putByPath(words, id, typeof value === "string" ? value : null);
    if (isTerm || typeof value !== "string" || referenced.has(id)) patterns[id] = value;
  }
  return JSON.stringify({ words, patterns });
}

/**
 * The source of the module: the messages of each language, in English what a language lacks. They are parsed here, since
 * it would take a page four milliseconds. `unused` are groups that a page never shows.
 */
export async function messagesModule(unused = [], files = localeFiles()) {
  const parsed = (await files).map(([language, text]) => {
    const entries = new FluentResource(text).body.filter(({ id }) => isOfViewer(id) && !unused.includes(groupOf(id)));
    return [language, Object.fromEntries(entries.map(({ id, value }) => [id, value]))];
  });
  const { en } = Object.fromEntries(parsed);
  const written = parsed.map(([language, messages]) => [language, messagesJson({ ...en, ...messages })]);
  return `export default ${JSON.stringify(Object.fromEntries(written))};`;
}

/** The module for esbuild. */
export const messagesPlugin = (unused) => ({
  name: "messages",
  setup(build) {
    build.onResolve({ filter: /^virtual:messages$/ }, ({ path }) => ({ path, namespace: "messages" }));
    build.onLoad({ filter: /.*/, namespace: "messages" }, async () => ({ contents: await messagesModule(unused) }));
  },
});

// Provides the texts of the interface as a module, `virtual:messages`, for build.mjs and the tests. Each file in
// layers/locales/ is a language. To add a language, add its file.

import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { FluentResource } from "@fluent/bundle";

export const LOCALES = join(dirname(fileURLToPath(import.meta.url)), "../../layers/locales");

/** The groups of messages that only Python uses: the report, the front page, dates. */
const PYTHON_GROUPS = ["report", "front", "dates"];

const groupOf = (id) => id.split("-")[0];

/** Whether the viewer has the message with this id. */
export const isOfViewer = (id) => !PYTHON_GROUPS.includes(groupOf(id));

/** The language and the text of each file. */
export async function localeFiles() {
  const files = (await readdir(LOCALES)).filter((file) => file.endsWith(".ftl")).sort();
  return Promise.all(
    files.map(async (file) => [file.slice(0, -".ftl".length), await readFile(join(LOCALES, file), "utf8")]),
  );
}

/** Set the value at the path of an id: `card-inYear` is `card.inYear`. The numbered messages of a group form a list. */
export function putByPath(tree, id, value) {
  const path = id.split("-");
  const group = path.slice(0, -1).reduce((outer, name, i) => {
    outer[name] ??= /^\d/.test(path[i + 1]) ? [] : {};
    return outer[name];
  }, tree);
  group[path.at(-1)] = value;
}

/** The messages of a language as JSON: `words`, plain texts by group, and `patterns` by id, which must be formatted. */
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
 * The source of the module: the messages of each language, in English where a language lacks them. They are parsed here
 * because parsing would take a page four milliseconds. `unused` are the groups that a page never shows.
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

/** The esbuild plugin that provides the module. */
export const messagesPlugin = (unused) => ({
  name: "messages",
  setup(build) {
    build.onResolve({ filter: /^virtual:messages$/ }, ({ path }) => ({ path, namespace: "messages" }));
    build.onLoad({ filter: /.*/, namespace: "messages" }, async () => ({ contents: await messagesModule(unused) }));
  },
});

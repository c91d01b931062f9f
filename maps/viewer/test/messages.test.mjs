/** The files of messages: each is Fluent without errors, and has the messages and variables of the English one. */

import { readFile } from "node:fs/promises";
import { parse, Visitor } from "@fluent/syntax";
import { describe, expect, test } from "vitest";
import { messageTypes, variablesOf } from "../message-types.mjs";
import { isOfViewer, localeFiles, messagesModule } from "../messages.mjs";

class References extends Visitor {
  variables = new Set();
  messages = new Set();
  visitVariableReference({ id }) {
    this.variables.add(id.name);
  }
  visitMessageReference({ id }) {
    this.messages.add(id.name);
  }
}

/** What is wrong in the text of a file, and the variables of each of its messages, with those of messages that it refers to. */
function readMessages(text) {
  const problems = [];
  const references = new Map();
  for (const entry of parse(text, { withSpans: true }).body) {
    if (entry.type === "Junk") problems.push(`line ${text.slice(0, entry.span.start).split("\n").length}: no Fluent`);
    if (entry.type !== "Message") continue;
    const { name } = entry.id;
    if (references.has(name)) problems.push(`${name}: twice`);
    if (!entry.value) problems.push(`${name}: no text`);
    const found = new References();
    found.visit(entry);
    references.set(name, found);
  }
  const variablesIn = (name) => {
    const { variables, messages } = references.get(name) ?? { variables: [], messages: [] };
    return new Set([...variables, ...[...messages].flatMap((each) => [...variablesIn(each)])]);
  };
  return { problems, variables: new Map([...references.keys()].map((name) => [name, variablesIn(name)])) };
}

/** The variables that the comments of English messages name. */
const declaredVariables = (english) =>
  new Map(
    parse(english, {})
      .body.filter(({ type }) => type === "Message")
      .map((message) => [message.id.name, new Set(variablesOf(message).map(({ name }) => name))]),
  );

/** What is wrong in the text of a file, beside the English one. */
function problemsOf(text, english) {
  const { problems, variables } = readMessages(text);
  const { variables: englishVariables } = readMessages(english);
  const declared = declaredVariables(english);
  const lacking = englishVariables.keys().filter((name) => !variables.has(name));
  const superfluous = variables.keys().filter((name) => !englishVariables.has(name));
  const found = [...lacking.map((name) => `${name}: missing`), ...superfluous.map((name) => `${name}: superfluous`)];
  for (const [name, expected] of englishVariables) {
    const used = variables.get(name) ?? expected;
    const known = new Set([...expected, ...declared.get(name)]);
    // A language without plurals shows the number, $n, and need not choose by it.
    const missing = [...expected.difference(used)].filter((variable) => variable !== "count" || !expected.has("n"));
    found.push(...missing.map((variable) => `${name}: $${variable} is missing`));
    found.push(...[...used.difference(known)].map((variable) => `${name}: $${variable} is superfluous`));
  }
  return [...problems, ...found];
}

const files = await localeFiles();
const english = Object.fromEntries(files).en;

test.each(files)("%s has the messages and the variables of English, and nothing that is not Fluent", (_, text) => {
  expect(problemsOf(text, english)).toEqual([]);
});

test("every variable of an English message of the viewer is named in its comment, with its type", () => {
  const declared = declaredVariables(english);
  const unnamed = [...readMessages(english).variables].flatMap(([name, used]) =>
    isOfViewer(name) ? [...used.difference(declared.get(name))].map((variable) => `${name}: $${variable}`) : [],
  );
  expect(unnamed).toEqual([]);
});

test("the types of the messages are those of the English file; if a change is meant: make message-types", async () => {
  const written = await readFile(new URL("../src/i18n/message-types.ts", import.meta.url), "utf8");
  expect(messageTypes(english)).toBe(written);
});

describe("of a file is reported", () => {
  const source = "# Variables:\n#   $year (number)\ncard-in = In { $year }\nclose = Close\n";
  test.each([
    ["a message that it lacks", "card-in = { $year }年\n", ["close: missing"]],
    ["one that English lacks", `${source}open = Open\n`, ["open: superfluous"]],
    ["one that it has twice", `${source}close = Shut\n`, ["close: twice"]],
    ["a variable that it lacks", "card-in = In\nclose = Close\n", ["card-in: $year is missing"]],
    ["a variable that English lacks", source.replace("In {", "{ $month } {"), ["card-in: $month is superfluous"]],
    ["what is not Fluent", `${source}shut = { $a -> \n`, ["line 5: no Fluent"]],
  ])("%s", (_, text, problems) => expect(problemsOf(text, source)).toEqual(problems));

  test("nothing, where a message refers to another that has the variable", () => {
    const other = "year = { $year }年\n";
    expect(problemsOf(`card-in = { year }\nclose = 关闭\n${other}`, `${source}${other}`)).toEqual([]);
  });
});

test("what a language lacks is in English, and what a page never shows is left out", async () => {
  const some = [
    ["en", "close = Close\ncard-who = Who\nkiosk-touch = Touch\nreport-title = Report\n-name = OMS"],
    ["eo", "close = Fermi\ntitle = La { -name } kaj { close }"],
  ];
  const { default: modules } = await import(
    `data:text/javascript,${encodeURIComponent(await messagesModule(["kiosk"], some))}`
  );
  expect(JSON.parse(modules.en).words).toEqual({ close: "Close", card: { who: "Who" } });
  expect(JSON.parse(modules.eo).words).toEqual({ close: "Fermi", card: { who: "Who" }, title: null });
  expect(Object.keys(JSON.parse(modules.eo).patterns)).toEqual(["close", "-name", "title"]);
});

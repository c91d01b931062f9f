import { expect, test } from "vitest";
import columns from "../../../tests/golden/packed.json";
import golden from "../../../tests/golden/payload.json";
import { unpackColumns } from "../src/data/column-unpacking";
import { expandPayload } from "../src/data/payload-expansion";
import { decodeBlock, readPayload } from "../src/data/payload-reader";
import { FORMAT, type PayloadDocument } from "../src/data/payload-schema";
import type { Spans } from "../src/data/payload-types";

// Typed without a cast: the compiler compares what Python wrote with the types that follow from its model.
function goldenDocument(): PayloadDocument {
  return structuredClone(golden);
}

async function packed(document: unknown): Promise<string> {
  const stream = new Blob([JSON.stringify(document)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  return btoa(String.fromCharCode(...bytes));
}

test("a document comes out as it went in, in every script", async () => {
  const document = { text: "</script> ${6*7} {{7*7}} אנה 上海 🙂", empty: [] };
  expect(await decodeBlock(await packed(document))).toEqual(document);
});

test("a payload of another format is refused, and the message names the format", async () => {
  await expect(readPayload(await packed({ format: 1 }))).rejects.toThrow(`format ${FORMAT} (got 1)`);
});

test("a text that is no packed document is refused", async () => {
  await expect(readPayload("not base64 at all!")).rejects.toThrow();
});

test("columns come out as Python packed them", () => {
  expect(unpackColumns(columns.packed)).toEqual(columns.plain);
});

test("an unknown packing of a column is refused, and the message names it", () => {
  expect(() => unpackColumns({ some: { packed: "riddles" } })).toThrow("ints, lists or texts (got riddles)");
});

test("dates and citations that claims share are put into each of them", async () => {
  const stored = goldenDocument();
  const { claims, people, disagreements } = await readPayload(await packed(stored));
  const { date, cites } = stored.claims;
  expect([...claims.startEarliest]).toEqual(date.map((row) => stored.dates.startEarliest[row]));
  expect(claims.when).toEqual(date.map((row) => stored.dates.when[row]));
  expect(claims.cites).toEqual(
    cites.map((row) =>
      stored.citations.source[row]!.map((source, place) => ({
        source,
        locator: stored.citations.locator[row]![place],
        through: stored.citations.through[row]![place],
        citedAfter: stored.citations.citedAfter[row]![place],
      })),
    ),
  );
  expect(claims.cites.flat().filter(({ through }) => through >= 0)).toHaveLength(1);
  expect(people.cites.every((cited) => cited.length > 0)).toBe(true);
  expect(disagreements.map(({ cites }) => cites.length)).toEqual(
    stored.disagreements.map(({ cites }) => stored.citations.source[cites]!.length),
  );
});

test("the members of a date with gaps are those of each claim that has it", () => {
  const stored = goldenDocument();
  const [, date] = stored.claims.date;
  const members: Spans = {
    all: false,
    bounds: [
      [0, 1, 2, 3],
      [8, 9, 8, 9],
    ],
  };
  stored.dateMembers = {
    date: [date!, date!],
    startEarliest: [0, 8],
    startLatest: [1, 9],
    endEarliest: [2, 8],
    endLatest: [3, 9],
  };
  expect(expandPayload(stored).claims.spans).toEqual(
    stored.claims.date.map((row) => (row === date ? members : undefined)),
  );
});

test("the doubt of a date is that of each claim that has it", () => {
  const stored = goldenDocument();
  const [row] = stored.claims.date;
  stored.dates.doubtful = stored.dates.doubtful.map((_, each) => Number(each === row));
  expect(expandPayload(stored).claims.doubtful).toEqual(stored.claims.date.map((each) => Number(each === row)));
});

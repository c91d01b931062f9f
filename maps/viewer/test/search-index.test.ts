import { expect, test } from "vitest";
import { PayloadIndex } from "../src/data/payload-index";
import { SearchIndex } from "../src/search/search-index";
import { fixture, fixtureIndex } from "./fixture";

const searchIndex = new SearchIndex(fixtureIndex());
const foundReferences = (query: string, shown = "main"): string[] =>
  searchIndex
    .search(query, shown, 50)
    .filter(({ strand }) => strand === shown)
    .flatMap(({ results }) => results.map(({ reference }) => reference));
const firstReference = (query: string): string | undefined => foundReferences(query)[0];

test("a station is found by its name, and comes before claims that only mention it", () => {
  expect(firstReference("berlin head")).toBe("station:berlin-headquarters");
  expect(foundReferences("berlin")).toEqual(
    expect.arrayContaining(["station:berlin-headquarters", "place:berlin", "post:amber-berlin", "post:kurier-berlin"]),
  );
});

test("a surname finds its bearer before the sentences that begin with it", () => {
  const payload = fixture();
  const { claims, people, texts } = payload;
  const journey = claims.kind.indexOf(2);
  const renamed = new PayloadIndex({
    ...payload,
    texts: [...texts, "Sorge reaches Shanghai", "Richard Sorge"],
    claims: { ...claims, label: claims.label.map((text, row) => (row === journey ? texts.length : text)) },
    people: { ...people, name: people.name.map((text, row) => (row === 0 ? texts.length + 1 : text)) },
  });
  const groups = new SearchIndex(renamed).search("sorge", "main", 9);
  expect(groups.map(({ kind }) => kind).slice(0, 2)).toEqual(["person", "journey"]);
});

test("a person is found by an alias, and the result names it", () => {
  const [alias] = fixture().people.aliases[0]!.map((text) => fixture().texts[text]!);
  const result = searchIndex.search(alias!, "main", 50).find(({ kind }) => kind === "person")!.results[0]!;
  expect(result).toMatchObject({ reference: "person:anna-amber", matchedName: alias });
});

test("a place is found by its historical and its present name", () => {
  expect(foundReferences("Constantinople")).toContain("place:istanbul");
  expect(foundReferences("istanbul")).toContain("place:istanbul");
  expect(
    searchIndex.search("constantin", "main", 9).find(({ kind }) => kind === "place")!.results[0]!.matchedName,
  ).toBe("Constantinople");
});

test("an event is found by the names of its place", () =>
  expect(foundReferences("constantinople police")).toContain("event:constantinople-raid"));

test("a year is found in dates, but not in claims without a date", () => {
  expect(foundReferences("police 1927")).toContain("event:constantinople-raid");
  expect(foundReferences("police 1935")).not.toContain("event:constantinople-raid");
  expect(foundReferences("amber 1927")).not.toContain("tie:kurier-amber");
});

test("a source is found by its author and by its title", () => {
  const [source] = fixture().sources;
  expect(foundReferences(source!.short)).toContain(`source:${source!.key}`);
});

test("every word must be found", () => expect(foundReferences("berlin zanzibar")).toEqual([]));

test("an empty query and one of punctuation alone find nothing", () => {
  for (const query of ["", "   ", "—?!", "<>"]) expect(foundReferences(query)).toEqual([]);
});

test("strands never mix: another one has groups of its own", () => {
  const groups = searchIndex.search("novel", "main", 50);
  expect(groups.length).toBeGreaterThan(0);
  expect(groups.every(({ strand }) => strand === "fiction")).toBe(true);
  expect(foundReferences("novel")).toEqual([]);
  expect(foundReferences("novel", "fiction")).toContain("station:camp");
  expect(foundReferences("novel", "fiction")).toContain("person:novel-hero");
});

test("hostile text is searched as text", () =>
  expect(foundReferences("script img onerror")).toContain("post:script-moscow"));

test("of many, the best are shown and all are counted", () => {
  const payload = fixture();
  const [group] = new SearchIndex(new PayloadIndex(payload))
    .search("o", "main", 1)
    .filter(({ kind }) => kind === "person");
  expect(group!.results).toHaveLength(1);
  expect(group!.total).toBeGreaterThanOrEqual(group!.results.length);
});

test("every claim, person, place and source is found by its full name", () => {
  const index = fixtureIndex();
  const { people, places, sources } = index.payload;
  for (let row = 0; row < index.size; row++)
    expect(foundReferences(index.label(row), index.strandOf(row)), index.label(row)).toContain(index.reference(row));
  people.name.forEach((name, row) => {
    const [strand] = index.strandsOfTarget({ type: "person", row });
    for (const text of [name, ...people.aliases[row]!])
      expect(foundReferences(index.text(text), strand)).toContain(index.personReference(row));
  });
  places.name.forEach((name, row) => {
    for (const text of [name, ...(places.names[row] ?? []).map(([each]) => each)])
      expect([...foundReferences(index.text(text)), ...foundReferences(index.text(text), "fiction")]).toContain(
        index.placeReference(row),
      );
  });
  sources.forEach(({ short }, row) =>
    expect([...foundReferences(short), ...foundReferences(short, "fiction")]).toContain(index.sourceReference(row)),
  );
});

import { expect, test } from "vitest";
import { PayloadIndex } from "../src/data/payload-index";
import { SearchIndex } from "../src/search/search-index";
import { fixture, fixtureIndex } from "./fixture";

const finder = new SearchIndex(fixtureIndex());
const found = (query: string, fiction = false): string[] =>
  finder
    .search(query, fiction, 50)
    .filter(({ isOtherWorld: other }) => !other)
    .flatMap(({ results: hits }) => hits.map(({ reference }) => reference));
const first = (query: string): string | undefined => found(query)[0];

test("a station is found by its name, and comes before what only names it", () => {
  expect(first("berlin head")).toBe("station:berlin-headquarters");
  expect(found("berlin")).toEqual(
    expect.arrayContaining(["station:berlin-headquarters", "place:berlin", "post:amber-berlin", "post:kurier-berlin"]),
  );
});

test("who types a surname finds its bearer before the sentences that begin with it", () => {
  const payload = fixture();
  const { claims, people, texts } = payload;
  const journey = claims.kind.indexOf(2);
  const renamed = new PayloadIndex({
    ...payload,
    texts: [...texts, "Sorge reaches Shanghai", "Richard Sorge"],
    claims: { ...claims, label: claims.label.map((text, row) => (row === journey ? texts.length : text)) },
    people: { ...people, name: people.name.map((text, row) => (row === 0 ? texts.length + 1 : text)) },
  });
  const groups = new SearchIndex(renamed).search("sorge", false, 9);
  expect(groups.map(({ kind }) => kind).slice(0, 2)).toEqual(["person", "journey"]);
});

test("a person is found by an alias, and the result says which", () => {
  const [alias] = fixture().people.aliases[0]!.map((text) => fixture().texts[text]!);
  const hit = finder.search(alias!, false, 50).find(({ kind }) => kind === "person")!.results[0]!;
  expect(hit).toMatchObject({ reference: "person:anna-amber", matchedName: alias });
});

test("a place is found by the name of its time and by today's", () => {
  expect(found("Constantinople")).toContain("place:istanbul");
  expect(found("istanbul")).toContain("place:istanbul");
  expect(finder.search("constantin", false, 9).find(({ kind }) => kind === "place")!.results[0]!.matchedName).toBe(
    "Constantinople",
  );
});

test("what happened at a place is found by the names of the place", () =>
  expect(found("constantinople police")).toContain("event:constantinople-raid"));

test("a year is found in the dates, but not in what has none", () => {
  expect(found("police 1927")).toContain("event:constantinople-raid");
  expect(found("police 1935")).not.toContain("event:constantinople-raid");
  expect(found("amber 1927")).not.toContain("tie:kurier-amber");
});

test("a source is found by its author and by its title", () => {
  const [source] = fixture().sources;
  expect(found(source!.short)).toContain(`source:${source!.key}`);
});

test("every word must be found", () => expect(found("berlin zanzibar")).toEqual([]));

test("an empty question and one of signs alone find nothing", () => {
  for (const query of ["", "   ", "—?!", "<>"]) expect(found(query)).toEqual([]);
});

test("the worlds never mix: the other one stands in groups of its own", () => {
  const groups = finder.search("novel", false, 50);
  expect(groups.length).toBeGreaterThan(0);
  expect(groups.every(({ isOtherWorld: other }) => other)).toBe(true);
  expect(found("novel")).toEqual([]);
  expect(found("novel", true)).toContain("station:camp");
  expect(found("novel", true)).toContain("person:novel-hero");
});

test("what is hostile is searched as text", () => expect(found("script img onerror")).toContain("post:script-moscow"));

test("of many, the best are shown and all are counted", () => {
  const payload = fixture();
  const [group] = new SearchIndex(new PayloadIndex(payload))
    .search("o", false, 1)
    .filter(({ kind }) => kind === "person");
  expect(group!.results).toHaveLength(1);
  expect(group!.total).toBeGreaterThanOrEqual(group!.results.length);
});

test("every claim, person, place and source is found by all of its own name", () => {
  const index = fixtureIndex();
  const { claims, people, places, sources } = index.payload;
  for (let row = 0; row < index.size; row++)
    expect(found(index.label(row), claims.standing[row] === 2), index.label(row)).toContain(index.reference(row));
  people.name.forEach((name, row) => {
    const fiction = !index.fitsWorld({ type: "person", row }, false);
    for (const text of [name, ...people.aliases[row]!])
      expect(found(index.text(text), fiction)).toContain(index.personReference(row));
  });
  places.name.forEach((name, row) => {
    for (const text of [name, ...places.names[row]!.map(([each]) => each)])
      expect([...found(index.text(text)), ...found(index.text(text), true)]).toContain(index.placeReference(row));
  });
  sources.forEach(({ short }, row) =>
    expect([...found(short), ...found(short, true)]).toContain(index.sourceReference(row)),
  );
});

import { expect, test } from "vitest";
import { PayloadIndex } from "../src/data/payload-index";
import { formatHash, parseHash } from "../src/state/url-state";
import { fixtureWithPolemic, stateWith } from "./fixture";

const index = new PayloadIndex(fixtureWithPolemic());

test("the example URL of the design is read completely", () => {
  const state = parseHash(
    "#year=1927&lang=en&select=post:kurier-berlin&layers=stations,heads,couriers,raids&certainty=certain&world=disputed&map=4/52.5/13.4",
    stateWith(),
    index,
  );
  expect(state).toMatchObject({
    year: 1927,
    select: "post:kurier-berlin",
    certainty: "certain",
    strand: "main",
    only: new Set(["contested", "partisan"]),
    mapView: { zoom: 4, lat: 52.5, lon: 13.4 },
  });
  expect([...state.layers]).toEqual(["stations", "heads", "couriers", "raids"]);
});

test("an address of version 0.1 with the disputed world shows contested and partisan claims alone", () => {
  const only = (hash: string) => [...parseHash(hash, stateWith(), index).only];
  expect(only("#world=disputed")).toEqual(["contested", "partisan"]);
  expect(only("#world=disputed&only=partisan")).toEqual(["partisan"]);
  expect(only("#world=record")).toEqual([]);
  expect(only("#only=partisan,nothing")).toEqual(["partisan"]);
});

test("a state that is written is read back unchanged", () => {
  for (const state of [
    stateWith({
      select: "post:kurier-berlin",
      panel: "list",
      style: "dark",
      open: "moscow",
      mapView: { zoom: 1.25, lat: -12.5, lon: 179.9 },
    }),
    stateWith({ layers: new Set(), strand: "fiction", only: new Set(["contested"]) }),
    stateWith({ only: new Set(["contested", "partisan"]) }),
    stateWith({ from: 1921, speed: 2 }),
    stateWith({ from: 1927 }),
    stateWith({ month: 5, speed: 0.5 }),
    stateWith({ month: 0 }),
    stateWith({ layers: new Set(["raids"]), certainty: "certain" }),
    stateWith({ panel: "find", find: "Königsberg & 50 % #1=上海", singleKeys: "off" }),
    stateWith({ panel: "list", sort: { by: "date", down: true }, page: 12 }),
    stateWith({ panel: "list", sort: { by: "kind", down: true } }),
  ]) {
    expect(parseHash(formatHash(state), stateWith(), index)).toEqual(state);
  }
});

test("a URL is legible: colons, commas and slashes are not escaped", () => {
  expect(formatHash(stateWith({ select: "post:kurier-berlin", mapView: { zoom: 4, lat: 52.5, lon: 13.4 } }))).toBe(
    "#year=1927&lang=en&select=post:kurier-berlin&layers=stations,heads,people,couriers,raids,liaison&certainty=possible&strand=main&map=4/52.5/13.4",
  );
});

test.each([
  "",
  "#",
  "#year=1850",
  "#year=soon",
  "#year=1e3",
  "#year=1927.5",
  "#lang=xx",
  "#select=post:nobody",
  "#select=__proto__",
  "#layers=trains",
  "#certainty=maybe",
  "#world=mars",
  "#only=mars",
  "#strand=mars",
  "#strand=record",
  "#only=certain",
  "#map=4/52.5",
  "#map=a/b/c",
  "#map=4/91/0",
  "#map=//",
  "#map=Infinity/0/0",
  "#panel=root",
  "#style=pink",
  "#open=no-such-place",
  "#from=1928",
  "#from=1850",
  "#from=soon",
  "#month=13",
  "#month=-1",
  "#month=May",
  "#speed=7",
  "#%E0%A4%A",
  "#&&==",
])("%j changes nothing", (hash) => {
  expect(parseHash(hash, stateWith(), index)).toEqual(stateWith());
});

test("the reading that a reader selects is in the URL, and one that does not exist is ignored", () => {
  const state = parseHash(
    "#readings=berlin-head:post:kurier-berlin,berlin-head:post:nobody,nothing",
    stateWith(),
    index,
  );
  expect([...state.readings]).toEqual([["berlin-head", "post:kurier-berlin"]]);
  expect(formatHash(state)).toContain("readings=berlin-head:post:kurier-berlin");
});

test("a bad order, a bad page and an endless search are ignored", () => {
  const read = (hash: string) => parseHash(hash, stateWith(), index);
  for (const sort of ["colour", "-", "", "--name"])
    expect(read(`#sort=${sort}`).sort).toEqual({ by: "kind", down: false });
  for (const page of ["0", "-3", "1.5", "x", "99999999"]) expect(read(`#page=${page}`).page).toBe(1);
  expect(read(`#find=${"a".repeat(5000)}`).find).toHaveLength(200);
});

test("of a range and a month the range is used", () => {
  expect(parseHash("#year=1927&from=1921&month=5", stateWith(), index)).toMatchObject({
    year: 1927,
    from: 1921,
    month: null,
  });
});

test("a range is dropped if the year of the URL lies before it", () => {
  expect(parseHash("#year=1920", stateWith({ from: 1921 }), index)).toMatchObject({ year: 1920, from: null });
});

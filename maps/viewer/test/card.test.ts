// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import { expandPayload } from "../src/data/payload-expansion";
import { PayloadIndex } from "../src/data/payload-index";
import { OPEN_END_DAY, OPEN_START_DAY, Standing } from "../src/data/payload-types";
import { VisibleFeatures } from "../src/data/visible-features";
import { countsInWords } from "../src/i18n/counts-text";
import { accuracyInWords, placeInWords, roundedMetres } from "../src/i18n/place-text";
import { wordsOf } from "../src/i18n/viewer-words";
import type { PageContext } from "../src/page-context";
import { paletteOf } from "../src/scene/palette";
import type { State } from "../src/state/screen-state";
import { dayOf, HOLDS_UNDATED } from "../src/time/claim-dates";
import { legendPanel } from "../src/ui/legend-panel";
import { listPanel } from "../src/ui/list-panel";
import { selectionCard } from "../src/ui/selection-card";
import { fixture, fixtureDocument, fixtureIndex, stateWith } from "./fixture";

vi.mock("virtual:licences", () => ({ default: [] }));

const index = fixtureIndex();
const words = wordsOf("en");

function contextWith(part: Partial<State> = {}, index = fixtureIndex()): PageContext {
  const visible = new VisibleFeatures(index);
  const state = stateWith(part);
  visible.update(state);
  const network = { visible } as unknown as PageContext["network"];
  return {
    index,
    words,
    network,
    state,
    palette: paletteOf("light", false),
    borders: null,
    comparison: () => ({ left: [], right: [], both: 0 }),
    changeState: vi.fn(),
    focusOn: vi.fn(),
  };
}

function renderedCard(context: PageContext, reference: string): HTMLElement {
  const card = selectionCard(context, reference)!;
  const element = document.createElement("div");
  element.append(card.kicker, card.title, ...card.content.filter((child): child is Node | string => Boolean(child)));
  return element;
}

test("a card shows what, when, how certain, where, by whom and what contradicts it", () => {
  const text = renderedCard(contextWith(), "post:kurier-berlin").textContent!;
  for (const part of [
    "Post · Head",
    "from 1925 to 1928",
    "Yes: it is seen in this time",
    "Leipziger Strasse 1, Germany",
    "within about 250 m",
    "Attested",
    "Contested",
    "The sources disagree: Who headed Berlin?",
    "Meier, Anna. 2001",
    "p. 12",
    "Scholarship",
    "Who headed Berlin?",
    "Anna Amber, head in Berlin",
  ]) {
    expect(text).toContain(part);
  }
});

test("a card names the work in which a source was read, and leads to it", () => {
  const context = contextWith();
  const card = renderedCard(context, "post:script-moscow");
  expect(card.querySelector(".sources")!.textContent).toContain("cited after Meier 2001, p. 30");
  [...card.querySelectorAll("button")]
    .find(({ textContent }) => textContent === "cited after Meier 2001, p. 30")!
    .click();
  expect(context.focusOn).toHaveBeenCalledWith("source:Meier");
  const source = renderedCard(contextWith(), "source:Meier");
  expect(source.querySelector('[data-reference="post:script-moscow"]')).not.toBeNull();
});

test("the card of a person has its identifiers as plain text", () => {
  const card = renderedCard(contextWith(), "person:anna-amber");
  expect(card.textContent).toContain("wd:Q42");
  expect(card.querySelector("a")).toBeNull();
});

test("texts of the data are shown, never run", () => {
  const card = renderedCard(contextWith(), "post:script-moscow");
  expect(card.querySelector("img, script, b, i")).toBeNull();
  expect(card.textContent).toContain("</script><img src=x onerror=alert(1)>");
  expect(card.textContent).toContain("Read {{7*7}} and ${6*7} and <i>this</i>.");
});

test("the card of a claim of another year links to its own year", () => {
  const context = contextWith({ year: 1940 });
  const card = renderedCard(context, "event:constantinople-raid");
  const otherYearLink = [...card.querySelectorAll("button")].find(
    (candidate) => candidate.textContent === "Show 1927",
  )!;
  otherYearLink.click();
  expect(context.changeState).toHaveBeenCalledWith({ year: 1927 }, true);
});

test("a related row selects and shows its claim", () => {
  const context = contextWith();
  renderedCard(context, "station:berlin-headquarters")
    .querySelector<HTMLButtonElement>('[data-reference="post:amber-berlin"]')!
    .click();
  expect(context.focusOn).toHaveBeenCalledWith("post:amber-berlin");
});

test.each([
  ["en", "from 1922 to 1930, perhaps"],
  ["de", "von 1922 bis 1930, vielleicht"],
  ["ru", "с 1922 по 1930 год, возможно"],
  ["zh", "1922年至1930年（存疑）"],
])("a row whose date is in doubt says so once (%s)", (language, when) => {
  const payload = fixture();
  const row = payload.claims.id.indexOf("amber-berlin");
  payload.claims.contested[row] = 0;
  const rowNote = (doubtful: number[]): string => {
    payload.claims.doubtful = payload.claims.id.map((_, each) => Number(doubtful.includes(each)));
    payload.claims.when[row] = payload.texts.push(when) - 1;
    payload.claims.startLatest[row] = OPEN_END_DAY;
    payload.claims.endEarliest[row] = OPEN_START_DAY;
    const index = new PayloadIndex(payload);
    const visible = new VisibleFeatures(index);
    visible.update(stateWith());
    const context = {
      ...contextWith(),
      index,
      words: wordsOf(language),
      network: { visible } as unknown as PageContext["network"],
    };
    return renderedCard(context, "station:berlin-headquarters").querySelector(
      '[data-reference="post:amber-berlin"] .row-note',
    )!.textContent!;
  };
  expect(rowNote([row])).toBe(when);
  expect(rowNote([])).toBe(`${when} · ${wordsOf(language).listParts.perhaps}`);
});

test("in every language only the cards of the fiction say that a claim is certain within the story only", () => {
  const { claims } = index.payload;
  for (const language of ["en", "de", "ru", "zh"] as const) {
    for (const strand of ["fiction", "main"]) {
      const words = wordsOf(language);
      const context = { ...contextWith({ strand }), words };
      for (let row = 0; row < index.size; row++) {
        const certainty = words.card.certainty[claims.certainty[row]!]!;
        const card = renderedCard(context, index.reference(row));
        const certaintyText = [...card.querySelectorAll("dt")].find(
          (candidate) => candidate.textContent === words.card.sure,
        )!.nextElementSibling!.textContent!;
        expect(certaintyText.startsWith(certainty)).toBe(true);
        expect(certaintyText.includes(words.card.inStory(certainty))).toBe(claims.standing[row] === Standing.fiction);
      }
    }
  }
});

test("the record's cards name nothing of the fiction", () => {
  expect(renderedCard(contextWith(), "place:moscow").textContent).not.toContain("Novel");
});

test("the list contains everything that holds, on the map or not, with ties and links", () => {
  const { content } = listPanel(contextWith());
  const element = document.createElement("div");
  element.append(...content.filter((child): child is Node | string => Boolean(child)));
  const references = [...element.querySelectorAll<HTMLElement>("[data-reference]")].map((row) => row.dataset.reference);
  for (const reference of [
    "station:austria",
    "post:amber-berlin",
    "post:script-moscow",
    "journey:arrival",
    "event:constantinople-raid",
    "tie:kurier-amber",
  ])
    expect(references).toContain(reference);
  expect(references).not.toContain("station:camp");
});

test("a claim without a place is in the list, and the list says so", () => {
  const { content } = listPanel(contextWith({ year: 1919 }));
  const text = content.map((child) => (child instanceof Node ? child.textContent : child || "")).join(" ");
  expect(text).toContain("The line is founded");
  expect(text).toContain("not on the map");
});

test("counts are shown in words", () => {
  expect(countsInWords(contextWith())).toBe(
    "5 stations, 1 of them perhaps · 1 head · 1 other person · 2 journeys · 1 event",
  );
});

test("a place is shown with its name of the year and its present name", () => {
  const place = index.payload.places.id.indexOf("istanbul");
  expect(placeInWords(index, words, place, dayOf(1927))).toBe("Constantinople (today Istanbul), Türkiye");
  expect(placeInWords(index, words, place, dayOf(1931))).toBe("Istanbul, Türkiye");
});

test("a place lies in the state of the time", () => {
  const payload = fixture();
  const moscow = payload.places.id.indexOf("moscow");
  payload.texts.push("Soviet Russia", "Soviet Union");
  const [russia, union] = [payload.texts.length - 2, payload.texts.length - 1];
  payload.places.states = {
    [moscow]: [
      [dayOf(1917, 11, 7), russia],
      [dayOf(1922, 12, 30), union],
    ],
  };
  const then = new PayloadIndex(payload);
  expect(placeInWords(then, words, moscow, dayOf(1922, 7, 2))).toBe("Moscow, Soviet Russia");
  expect(placeInWords(then, words, moscow, dayOf(1931))).toBe("Moscow, Soviet Union");
  expect(placeInWords(then, words, moscow, dayOf(1910))).toBe("Moscow, Russia");
});

test("accuracy is shown in words: somewhere in a country, or a round distance", () => {
  const accuracyOf = (id: string) => accuracyInWords(index, words, index.payload.places.id.indexOf(id), dayOf(1927));
  expect(accuracyOf("austria")).toBe("somewhere in Austria");
  expect(accuracyOf("berlin-office")).toBe("within about 250 m");
  expect(accuracyOf("nowhere")).toBe("not located");
  expect([7, 44, 260, 1400, 12345, 654321].map(roundedMetres)).toEqual([10, 40, 250, 1000, 12000, 650000]);
});

test("an undated tie is called undated", () => {
  const card = renderedCard(contextWith(), "tie:kurier-amber");
  expect(card.textContent).toContain("WhenNo source says when");
  expect(card.textContent).toContain("In 1927Not known: it is undated");
  expect(card.textContent).not.toContain("its dates allow it");
});

/** The fixture with the school in Moscow undated, within a limit that follows from the centre. */
function indexWithUndatedStation(): PayloadIndex {
  const stored = fixtureDocument();
  const row = stored.claims.id.indexOf("moscow-school");
  const date = stored.claims.date[row]!;
  stored.dates.undated[date] = 1;
  stored.dates.when[date] = 0;
  stored.dates.startEarliest[date] = stored.dates.startLatest[date] = dayOf(1926);
  stored.dates.endEarliest[date] = stored.dates.endLatest[date] = OPEN_END_DAY;
  const centre = stored.texts[stored.claims.label[stored.claims.id.indexOf("moscow-centre")]!]!;
  stored.dates.inferred[date] = stored.texts.push(`not before 1926 (inferred from the organisation: ${centre})`) - 1;
  stored.inferences = { date: [date], reference: ["station:moscow-centre"] };
  return new PayloadIndex(expandPayload(stored));
}

test("the row from which a limit follows is one press away, in the text that names it", () => {
  const index = indexWithUndatedStation();
  const context = { ...contextWith({}, index), focusOn: vi.fn() };
  const card = renderedCard(context, "station:moscow-school");
  expect(card.textContent).toContain("WhenNo source says when");
  expect(card.textContent).toContain("Inferrednot before 1926 (inferred from the organisation: Moscow centre)");
  const link = card.querySelector<HTMLElement>('.facts [data-reference="station:moscow-centre"]')!;
  expect(link.textContent).toBe("Moscow centre");
  link.click();
  expect(context.focusOn).toHaveBeenCalledWith("station:moscow-centre");
});

test("the list ends with the tray, its number and a switch that draws it", () => {
  const index = indexWithUndatedStation();
  for (const [certainty, label, change] of [
    ["possible", "Draw them too", "undated"],
    ["undated", "Do not draw them", "possible"],
  ] as const) {
    const context = contextWith({ certainty }, index);
    const listed = document.createElement("div");
    listed.append(...listPanel(context).content.filter((child): child is Node => child instanceof Node));
    const last = [...listed.querySelectorAll("tbody")].at(-1)!;
    expect(last.querySelector("h3")!.textContent).toBe("Undated: no source says when (2)");
    expect(last.querySelectorAll("tr:not(.part)").length).toBe(2);
    const button = [...last.querySelectorAll("button")].find(({ textContent }) => textContent === label)!;
    button.click();
    expect(context.changeState).toHaveBeenCalledWith({ certainty: change, page: 1 }, true);
  }
});

test("before its limits an undated claim does not hold, and is undated in a list all the same", () => {
  const context = contextWith({ year: 1925 }, indexWithUndatedStation());
  const card = renderedCard(context, "station:moscow-school");
  expect(card.textContent).toContain("In 1925No. Show 1926");
  expect(context.network.visible.listedHold(context.index.targetOf("station:moscow-school")!.row)).toBe(HOLDS_UNDATED);
});

test("an event links to what its people did at that time, not to everything they ever did", () => {
  const references = [
    ...renderedCard(contextWith(), "journey:kurier-east").querySelectorAll<HTMLElement>(".rows [data-reference]"),
  ].map((row) => row.dataset.reference);
  expect(references).not.toContain("tie:kurier-amber");
  const { claims } = index.payload;
  const ownRow = index.targetOf("journey:kurier-east")!.row;
  for (const reference of references) {
    const { row } = index.targetOf(reference!)!;
    expect(
      claims.startEarliest[row]! <= claims.endLatest[ownRow]! &&
        claims.startEarliest[ownRow]! <= claims.endLatest[row]!,
      reference,
    ).toBe(true);
  }
});

test("the legend of the record shows no mark that only the fiction uses", () => {
  const legendText = (strand: string) => {
    const text = legendPanel(contextWith({ strand }))
      .content.map((child) => (child instanceof Node ? child.textContent : ""))
      .join(" ");
    return text.toLowerCase();
  };
  const { claims, categories } = index.payload;
  const labelsInUse = (isFiction: boolean) =>
    new Set(
      [...Array(index.size).keys()]
        .filter((row) => claims.kind[row] === 0 && (claims.standing[row] === 2) === isFiction)
        .map((row) => index.categoryLabel(row)),
    );
  for (const [, label] of categories.function) {
    expect(legendText("main").includes(label.toLowerCase()), label).toBe(labelsInUse(false).has(label));
  }
});

test("a source has a card with all claims that cite it", () => {
  const { sources } = index.payload;
  const card = renderedCard(contextWith(), `source:${sources[0]!.key}`);
  expect(card.textContent).toContain(sources[0]!.full);
  expect(card.querySelectorAll("[data-reference]").length).toBeGreaterThan(0);
});

import { describe, expect, it } from "vitest";
import type { KioskDocument } from "../src/data/payload-schema";
import { alphabetEntries, indexLetter } from "../src/kiosk/bar-panels";
import { touchTargetPx } from "../src/kiosk/kiosk-layout";
import { isQuiet } from "../src/kiosk/kiosk-session";
import { textInLanguage } from "../src/kiosk/kiosk-state";
import { reloadDelayMs } from "../src/kiosk/page-watchdog";
import { type RotationDeg, rotatedPoint } from "../src/kiosk/screen-rotation";
import { hourText, MAX_TEXT_CHARS, VisitCounters } from "../src/kiosk/visit-counters";
import { lastDay } from "../src/time/claim-dates";
import { fixtureIndex } from "./fixture";
import { numbers } from "./random";

const MAIN = { strand: "main", only: new Set<never>() } as const;

describe("a rotated page", () => {
  it("has its corner in another corner of the screen", () => {
    const corners = ([0, 90, 180, 270] as RotationDeg[]).map((rotation) =>
      rotatedPoint({ x: 0, y: 0 }, rotation, 1920, 1080),
    );
    expect(corners).toEqual([
      { x: 0, y: 0 },
      { x: 0, y: 1920 },
      { x: 1920, y: 1080 },
      { x: 1080, y: 0 },
    ]);
  });

  it("is unchanged after turning back", () => {
    const next = numbers(7);
    for (let i = 0; i < 100; i++) {
      const point = { x: next() * 1920, y: next() * 1080 };
      const rotated = rotatedPoint(point, 90, 1920, 1080);
      const back = rotatedPoint(rotated, 270, 1080, 1920);
      expect(back.x).toBeCloseTo(point.x);
      expect(back.y).toBeCloseTo(point.y);
    }
  });
});

describe("the settings of the kiosk", () => {
  it("never make a target smaller than 48 pixels of the page", () => {
    const settingsWith = (target_px: number) => ({ screen: { target_px } }) as KioskDocument;
    expect(touchTargetPx(settingsWith(96), 1)).toBe(96);
    expect(touchTargetPx(settingsWith(96), 2)).toBe(48);
    expect(touchTargetPx(settingsWith(60), 3)).toBe(48);
  });

  it("have quiet hours that may reach over midnight", () => {
    const night = { from: "20:00", to: "08:30" };
    expect(["19:59", "20:00", "23:59", "00:00", "08:29", "08:30"].map((clock) => isQuiet(night, clock))).toEqual([
      false,
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(isQuiet({ from: "12:00", to: "13:00" }, "12:30")).toBe(true);
    expect(isQuiet(null, "12:30")).toBe(false);
  });

  it("give a text in the first language if the requested one lacks it", () => {
    expect(textInLanguage({ en: "Office", de: "Büro" }, "de")).toEqual({ text: "Büro", language: "de" });
    expect(textInLanguage({ en: "Office" }, "ru")).toEqual({ text: "Office", language: "en" });
  });
});

describe("a page that fails repeatedly", () => {
  it("waits twice as long each time, and never more than ten minutes", () => {
    expect([1, 2, 3, 4, 5].map(reloadDelayMs)).toEqual([4000, 8000, 16_000, 32_000, 64_000]);
    expect(reloadDelayMs(500)).toBe(600_000);
  });
});

describe("the counters", () => {
  it("are restored as they were stored", () => {
    const counters = new VisitCounters(),
      restored = new VisitCounters();
    counters.increment("visit", "", "2026-11-23T16");
    counters.increment("visit", "", "2026-11-23T16");
    counters.increment("station", "vienna", "2026-11-23T17");
    restored.addJson(counters.toJson());
    expect(restored.toCsv()).toBe("hour,counted,what,number\n2026-11-23T16,visit,,2\n2026-11-23T17,station,vienna,1\n");
  });

  it("know the hour of the machine's clock alone", () => {
    expect(hourText(new Date(2026, 10, 23, 9, 59, 59, 999))).toBe("2026-11-23T09");
    expect(hourText(new Date(2026, 0, 1, 0, 0))).toBe("2026-01-01T00");
  });

  it("ignore stored text of another form", () => {
    const counters = new VisitCounters();
    for (const text of [
      "",
      "{",
      "null",
      "[[1,2]]",
      '[["=cmd",{"visit ":1}]]',
      '[["2026-11-23T16",{"visit ":-1,"other x":3,"year 1927":1.5}]]',
    ])
      counters.addJson(text);
    expect(counters.toCsv()).toBe("hour,counted,what,number\n");
  });

  it("stay small, however long they count", () => {
    const counters = new VisitCounters();
    for (let hour = 0; hour < 4000; hour++)
      for (let what = 0; what < 20; what++)
        counters.increment("year", String(1900 + what), hourText(new Date(2026, 0, 1, hour)));
    expect(counters.toJson().length).toBeLessThanOrEqual(MAX_TEXT_CHARS);
  });
});

describe("the index by letter", () => {
  it("puts a person under the last word of the name, a place under the first, without accents", () => {
    expect(indexLetter("Jakob Mirow-Abramow", "people", "de")).toBe("M");
    expect(indexLetter("Šanghai", "places", "en")).toBe("S");
    expect(indexLetter("«Осип» Пятницкий", "people", "ru")).toBe("П");
    expect(indexLetter("上海", "places", "zh")).toBe("上");
  });

  it("has a place under every name that the map shows for it, and under today's", () => {
    const index = fixtureIndex();
    const [first, last] = index.payload.period;
    const listed = new Map<string, Set<string>>();
    for (const { reference, name } of alphabetEntries(index, "places", MAIN, index.payload.language))
      listed.set(reference, (listed.get(reference) ?? new Set<string>()).add(name));
    expect(listed.size).toBeGreaterThan(3);
    expect([...listed.values()].some((names) => names.size > 1)).toBe(true);
    for (const [reference, names] of listed) {
      const place = index.targetOf(reference)!.row;
      expect(names).toContain(index.text(index.payload.places.name[place]));
      for (let year = first; year <= last; year++) expect(names).toContain(index.placeName(place, lastDay(year)));
    }
  });

  it("lists nobody who is known from the fiction only", () => {
    const index = fixtureIndex();
    const record = alphabetEntries(index, "people", MAIN, "en"),
      fiction = alphabetEntries(index, "people", { strand: "fiction", only: new Set<never>() }, "en");
    expect(record.length).toBeGreaterThan(0);
    for (const { reference } of fiction) {
      const target = index.targetOf(reference)!;
      const isInRecord = index.claimsOfTarget(target).some((row) => index.payload.claims.standing[row] !== 2);
      if (!isInRecord) expect(record.map((entry) => entry.reference)).not.toContain(reference);
    }
  });
});

// @vitest-environment happy-dom
import { expect, test, vi } from "vitest";
import { PayloadIndex } from "../src/data/payload-index";
import { VisibleFeatures } from "../src/data/visible-features";
import { wordsOf } from "../src/i18n/viewer-words";
import type { PageContext } from "../src/page-context";
import { paletteOf } from "../src/scene/palette";
import { SearchPanel } from "../src/ui/search-panel";
import { fixture, stateWith } from "./fixture";

/** A search for a query among people, one of whom has many namesakes. */
function panelFor(find: string): { options: HTMLElement[]; titles: string[]; focusOn: PageContext["focusOn"] } {
  const payload = fixture();
  const { people } = payload;
  for (let copy = 0; copy < 30; copy++)
    for (const column of Object.values(people) as unknown[][])
      column.push(column === (people.id as unknown[]) ? `copy-${copy}` : column[0]);
  const index = new PayloadIndex(payload);
  const state = stateWith({ find });
  const visible = new VisibleFeatures(index);
  visible.update(state);
  const focusOn = vi.fn();
  const context = { index, words: wordsOf("en"), network: { visible }, state, palette: paletteOf("light", false) };
  const panel = new SearchPanel({ ...context, focusOn, changeState: vi.fn() } as unknown as PageContext);
  panel.update();
  const element = document.createElement("div");
  element.append(...(panel.content as Node[]));
  return {
    options: [...element.querySelectorAll<HTMLElement>("[role=option]")],
    titles: [...element.querySelectorAll(".found-title")].map(({ textContent }) => textContent!),
    focusOn,
  };
}

test("where several kinds are found, eight of each are shown, and the title says of how many", () => {
  const { options, titles } = panelFor("amber");
  const people = options.filter(({ dataset }) => dataset.reference!.startsWith("person:"));
  expect(titles.length).toBeGreaterThan(2);
  expect(people).toHaveLength(8);
  expect(titles.find((title) => title.includes("31"))).toContain("8");
});

test("a press on a result shows what it names", () => {
  const { options, focusOn } = panelFor("amber");
  options[0]!.click();
  expect(focusOn).toHaveBeenCalledWith(options[0]!.dataset.reference);
});

// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { DisplayList } from "../src/scene/display-list";
import { Path } from "../src/scene/path";
import { font } from "../src/scene/text-styles";
import { svgPicture } from "../src/svg/svg-picture";

const HOSTILE = `</text><script>window.ran = 1</script>"'&<!--]]>  two spaces`;
const square = { data: "M0 0H24V24H0Z", x: 10, y: 20, scale: 0.5 };

function pictureOf(draw: (list: DisplayList) => void, id = "p"): SVGSVGElement {
  const list = new DisplayList();
  draw(list);
  return svgPicture([list], 300, 200, id);
}

const attributes = (element: Element): Record<string, string> =>
  Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));

test("a text is one text node, whatever it contains, and its spaces are kept", () => {
  const picture = pictureOf((list) => list.text(HOSTILE, font("serif", 12), 1, 2, "#111"));
  const text = picture.querySelector("text")!;
  expect(text.childNodes).toHaveLength(1);
  expect(text.firstChild!.nodeType).toBe(Node.TEXT_NODE);
  expect(text.textContent).toBe(HOSTILE);
  expect(picture.querySelector("script")).toBeNull();
  expect(picture.getAttribute("xml:space")).toBe("preserve");
});

test("a halo lies below its characters, and both are as faint as the text", () => {
  const picture = pictureOf((list) => {
    list.opacity = 0.5;
    list.text("Moscow", font("sans", 12.5, { weight: 600, italic: true, spacing: 2 }), 30, 40, "#111", {
      align: "center",
      angle: Math.PI / 2,
      halo: { colour: "#fff", width: 3 },
    });
  });
  const { "font-family": family, ...others } = attributes(picture.querySelector("text")!);
  expect(family).toMatch(/^'Source Sans 3', /);
  expect(others).toEqual({
    x: "30",
    y: "40",
    transform: "rotate(90 30 40)",
    "font-size": "12.5",
    "font-weight": "600",
    "font-style": "italic",
    "letter-spacing": "2",
    "text-anchor": "middle",
    fill: "#111",
    "fill-opacity": "0.5",
    stroke: "#fff",
    "stroke-opacity": "0.5",
    "stroke-width": "3",
    "stroke-linejoin": "round",
    "paint-order": "stroke",
  });
});

test("what is filled and then stroked is one element", () => {
  const picture = pictureOf((list) => {
    list.fill(square, "#abc", 0.25, "evenodd");
    list.stroke(square, "#123", 2, { dash: [4, 3], cap: "round", join: "bevel" });
    list.stroke(square, "#456", 1);
  });
  const [first, second] = picture.querySelectorAll("svg > path");
  expect(attributes(first!)).toEqual({
    d: square.data,
    transform: "translate(10 20) scale(0.5)",
    fill: "#abc",
    "fill-opacity": "0.25",
    "fill-rule": "evenodd",
    stroke: "#123",
    "stroke-width": "2",
    "stroke-dasharray": "4 3",
    "stroke-linecap": "round",
    "stroke-linejoin": "bevel",
  });
  expect(second!.getAttribute("stroke")).toBe("#456");
  expect(second!.hasAttribute("fill")).toBe(false);
});

test("a path that is drawn again is written once", () => {
  const coast = new Path();
  coast.moveTo(1, 2);
  coast.lineTo(3, 4);
  const picture = pictureOf((list) => {
    for (const width of [9, 5, 1]) list.stroke(coast, "#123", width);
    const disc = new Path().circle(5, 5, 2);
    list.fill(disc, "#abc");
    list.stroke(disc, "#123", 1);
  });
  expect([...picture.querySelectorAll("path")].map((path) => path.getAttribute("d"))).toEqual([
    coast.toData(),
    new Path().circle(5, 5, 2).toData(),
  ]);
  expect([...picture.querySelectorAll("use")].map((use) => use.getAttribute("stroke-width"))).toEqual(["9", "5", "1"]);
});

test("a colour fades between two points of the drawing, its stops in the order that SVG asks for", () => {
  const picture = pictureOf((list) =>
    list.fill(square, { colour: "#abcdef", from: [1, 2], to: [3, 4], start: 1, end: 0.2 }),
  );
  const fade = picture.querySelector("linearGradient")!;
  expect(picture.querySelector("svg > path")!.getAttribute("fill")).toBe(`url(#${fade.id})`);
  expect(attributes(fade)).toMatchObject({ gradientUnits: "userSpaceOnUse", x1: "1", y1: "2", x2: "3", y2: "4" });
  expect([...fade.children].map(attributes)).toEqual([
    { offset: "0.2", "stop-color": "#abcdef" },
    { offset: "1", "stop-color": "#abcdef", "stop-opacity": "0" },
  ]);
});

test("what is clipped lies in a group with its clip, and a symbol in one at its place; equal clips are shared", () => {
  const picture = pictureOf((list) => {
    list.opacity = 0.5;
    for (const x of [7, 70])
      list.symbol({
        key: "mark",
        x,
        y: 8,
        width: 24,
        height: 24,
        draw: (symbol) => symbol.clipped(square, () => symbol.fill(new Path().circle(0, 0, 9), "#abc"), "evenodd"),
      });
  });
  const [clip, ...others] = picture.querySelectorAll("clipPath");
  expect(others).toEqual([]);
  expect(clip!.firstElementChild!.getAttribute("clip-rule")).toBe("evenodd");
  const symbols = [...picture.querySelectorAll("svg > g")];
  expect(symbols.map((symbol) => symbol.getAttribute("transform"))).toEqual(["translate(7 8)", "translate(70 8)"]);
  for (const symbol of symbols) {
    expect(symbol.firstElementChild!.getAttribute("clip-path")).toBe(`url(#${clip!.id})`);
    expect(symbol.querySelector("path")!.getAttribute("fill-opacity")).toBe("0.5");
  }
});

test("the ids of two pictures differ, and no element has a style", () => {
  const draw = (list: DisplayList) => {
    list.clipped(square, () => list.fill(square, { colour: "#abcdef", from: [0, 0], to: [1, 1], start: 0, end: 1 }));
  };
  const ids = ["a", "b"].flatMap((id) => [...pictureOf(draw, id).querySelectorAll("[id]")].map((part) => part.id));
  expect(new Set(ids).size).toBe(4);
  expect(pictureOf(draw).querySelector("[style]")).toBeNull();
});

/**
 * Writes display lists as one SVG element: lines stay lines, and texts are text nodes.
 *
 * It uses only attributes, because the pages' content security policy forbids inline styles.
 */

import { FONT_FAMILIES } from "../canvas/canvas-measurer";
import {
  type ClipItem,
  type DisplayList,
  drawnList,
  type Item,
  type Paint,
  type Shape,
  type StrokeItem,
  type TextItem,
} from "../scene/display-list";
import { Path } from "../scene/path";
import { type Attributes, setAttributes, svgEl } from "../ui/dom";

/** Draw an SVG like a canvas: no fill by default, and the canvas's miter limit. `svgPicture` also preserves spaces. */
const CANVAS_DEFAULTS = {
  fill: "none",
  "stroke-miterlimit": 10,
  // Otherwise Chromium rounds the widths of small characters to whole pixels.
  "text-rendering": "geometricPrecision",
} as const;
const XML = "http://www.w3.org/XML/1998/namespace";

/**
 * Write lists, from the bottom up, as a picture of `width` by `height` of their pixels, clipped at its edges.
 *
 * The ids in it begin with `id`, which must be unique in the document.
 */
export function svgPicture(lists: readonly DisplayList[], width: number, height: number, id: string): SVGSVGElement {
  const definitions = svgEl("defs");
  const writer = new SvgWriter(definitions, id, repeatedPaths(lists));
  const picture = svgEl(
    "svg",
    { ...CANVAS_DEFAULTS, viewBox: `0 0 ${rounded(width)} ${rounded(height)}`, overflow: "hidden" },
    definitions,
    ...lists.flatMap(({ items }) => writer.elements(items)),
  );
  picture.setAttributeNS(XML, "xml:space", "preserve");
  return picture;
}

/** Does an item stroke the shape that the previous item fills? Then one element does both: it is filled first. */
function strokesFillBefore(items: readonly Item[], i: number): boolean {
  const [before, item] = [items[i - 1], items[i]!];
  return item.op === "stroke" && before?.op === "fill" && before.shape === item.shape;
}

/** The paths that several elements share: for example, the coast has thousands of points and is stroked repeatedly. */
function repeatedPaths(lists: readonly DisplayList[]): Set<Path> {
  const pathsOf = (items: readonly Item[]): Path[] =>
    items.flatMap((item, i) => [
      ...(item.op === "clip" ? pathsOf(item.items) : []),
      ...("shape" in item && item.shape instanceof Path && !strokesFillBefore(items, i) ? [item.shape] : []),
    ]);
  const met = new Set<Path>();
  return new Set(lists.flatMap(({ items }) => pathsOf(items)).filter((path) => met.size === met.add(path).size));
}

const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits));
/** A value, or undefined if it is SVG's default. */
const unless = <T>(value: T, usual: T): T | undefined => (value === usual ? undefined : value);

class SvgWriter {
  /** Ids by path, by fade and by the attributes of a clip: hatched marks of the same kind and size share one clip. */
  private readonly ids = new Map<unknown, string>();

  constructor(
    private readonly definitions: SVGDefsElement,
    private readonly idPrefix: string,
    private readonly repeated: ReadonlySet<Path>,
  ) {}

  /** The id of a definition, which is created on first use. */
  private idOf(key: unknown, make: (id: string) => SVGElement): string {
    let id = this.ids.get(key);
    if (id === undefined) {
      this.ids.set(key, (id = `${this.idPrefix}-${this.ids.size + 1}`));
      this.definitions.append(make(id));
    }
    return id;
  }

  elements(items: readonly Item[]): SVGElement[] {
    const elements: SVGElement[] = [];
    items.forEach((item, i) => {
      if (item.op === "stroke" && strokesFillBefore(items, i)) this.stroke(elements.at(-1)!, item);
      else elements.push(this.element(item));
    });
    return elements;
  }

  private element(item: Item): SVGElement {
    switch (item.op) {
      case "fill":
        return this.outline(item.shape, {
          fill: this.paint(item.paint),
          "fill-opacity": unless(rounded(item.opacity), 1),
          "fill-rule": unless(item.rule, "nonzero"),
        });
      case "stroke":
        return this.stroke(this.outline(item.shape), item);
      case "text":
        return this.text(item);
      case "clip":
        return this.clipped(item);
      case "symbol": {
        const transform = `translate(${rounded(item.x)} ${rounded(item.y)})`;
        return svgEl("g", { transform }, ...this.elements(drawnList(item.draw, item.opacity).items));
      }
    }
  }

  private outline(shape: Shape, attributes: Attributes = {}): SVGGraphicsElement {
    if (!(shape instanceof Path)) {
      const { data, x, y, scale } = shape;
      const transform = `translate(${rounded(x)} ${rounded(y)}) scale(${rounded(scale, 4)})`;
      return svgEl("path", { d: data, transform, ...attributes });
    }
    if (!this.repeated.has(shape)) return svgEl("path", { d: shape.toData(), ...attributes });
    const id = this.idOf(shape, (newId) => svgEl("path", { id: newId, d: shape.toData() }));
    return svgEl("use", { href: `#${id}`, ...attributes });
  }

  private stroke(element: SVGElement, { paint, opacity, width, dash, cap, join }: StrokeItem): SVGElement {
    setAttributes(element, {
      stroke: this.paint(paint),
      "stroke-opacity": unless(rounded(opacity), 1),
      "stroke-width": rounded(width),
      "stroke-dasharray": dash.length > 0 && dash.map((length) => rounded(length)).join(" "),
      "stroke-linecap": unless(cap, "butt"),
      "stroke-linejoin": unless(join, "miter"),
    });
    return element;
  }

  private paint(paint: Paint): string {
    if (typeof paint === "string") return paint;
    const { colour, from, to, start, end } = paint;
    const [x1, y1, x2, y2] = [...from, ...to].map((value) => rounded(value));
    const stops = [
      { offset: start, "stop-color": colour, "stop-opacity": 0 },
      { offset: end, "stop-color": colour },
    ];
    const id = this.idOf(paint, (newId) =>
      svgEl(
        "linearGradient",
        { id: newId, gradientUnits: "userSpaceOnUse", x1, y1, x2, y2 },
        // SVG moves a stop that lies before the previous one to the offset of that one.
        ...stops.sort((a, b) => a.offset - b.offset).map((stop) => svgEl("stop", stop)),
      ),
    );
    return `url(#${id})`;
  }

  private text({ text, font, x, y, align, angle, colour, opacity, halo }: TextItem): SVGElement {
    const [left, baseline] = [rounded(x), rounded(y)];
    const textOpacity = unless(rounded(opacity), 1);
    return svgEl(
      "text",
      {
        x: left,
        y: baseline,
        transform: angle !== 0 && `rotate(${rounded((angle * 180) / Math.PI)} ${left} ${baseline})`,
        "font-family": FONT_FAMILIES[font.family],
        "font-size": rounded(font.size),
        "font-weight": font.weight,
        "font-style": font.italic ? "italic" : "normal",
        "letter-spacing": font.spacing > 0 && rounded(font.spacing),
        "text-anchor": align === "center" && "middle",
        fill: colour,
        "fill-opacity": textOpacity,
        ...(halo && {
          stroke: halo.colour,
          "stroke-opacity": textOpacity,
          "stroke-width": rounded(halo.width),
          "stroke-linejoin": "round",
          "paint-order": "stroke",
        }),
      },
      text,
    );
  }

  private clipped({ shape, rule, items }: ClipItem): SVGElement {
    const outline = this.outline(shape, { "clip-rule": unless(rule, "nonzero") });
    const key = ["d", "href", "transform", "clip-rule"].map((name) => outline.getAttribute(name)).join();
    const id = this.idOf(key, (newId) => svgEl("clipPath", { id: newId }, outline));
    return svgEl("g", { "clip-path": `url(#${id})` }, ...this.elements(items));
  }
}

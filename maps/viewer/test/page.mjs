// Makes a page from dist/ and a payload, to look at the viewer without Python:
//   node test/page.mjs OUT.html [PAYLOAD.json] [BASE.json]
// Without a payload, the golden one of the tests is shown. The page carries the same strict policy as the real one. Without a base, d3-geo projects and clips the land.

import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";
import { geoAzimuthalEqualArea, geoGraticule, geoStream } from "d3-geo";

const HERE = dirname(fileURLToPath(import.meta.url));
const DIST = join(HERE, "..", "dist");
const RADIUS_KM = 6371;
const CENTRE = { lon: 25, lat: 40 };
const CLIP_DEGREES = 130;

/** Rings of a TopoJSON object, as arrays of [lon, lat]. */
function polygons({ arcs, transform: { scale, translate }, objects }) {
  const decoded = arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
  });
  const ring = (indices) =>
    indices.flatMap((i, n) => (i >= 0 ? decoded[i] : [...decoded[~i]].reverse()).slice(n === 0 ? 0 : 1));
  return objects.land.geometries.flatMap(({ type, arcs: parts }) =>
    (type === "Polygon" ? [parts] : parts).map((part) => part.map(ring)),
  );
}

/** A shape projected by d3-geo, as delta-coded kilometres. */
function deltaCoded(shape) {
  const projection = geoAzimuthalEqualArea()
    .rotate([-CENTRE.lon, -CENTRE.lat])
    .scale(RADIUS_KM)
    .translate([0, 0])
    .clipAngle(CLIP_DEGREES)
    .precision(2);
  const lines = [];
  let line = [];
  geoStream(
    shape,
    projection.stream({
      point(x, y) {
        line.push([Math.round(x), Math.round(-y)]);
      },
      lineStart() {
        line = [];
      },
      lineEnd() {
        if (line.length > 1) lines.push(line);
      },
      polygonStart() {},
      polygonEnd() {},
      sphere() {},
    }),
  );
  return lines.map((points) => {
    let [px, py] = [0, 0];
    return points.flatMap(([x, y]) => {
      const step = [x - px, y - py];
      [px, py] = [x, y];
      return step;
    });
  });
}

async function demoBasemap() {
  const land = async (file) =>
    deltaCoded({ type: "MultiPolygon", coordinates: polygons(JSON.parse(await readFile(join(DIST, file), "utf8"))) });
  return {
    projection: { name: "laea", ...CENTRE, radiusKm: RADIUS_KM },
    clip: 2 * RADIUS_KM * Math.sin(((CLIP_DEGREES / 2) * Math.PI) / 180),
    land: await land("land-50m.json"),
    landCoarse: await land("land-110m.json"),
    graticule: deltaCoded(geoGraticule().step([15, 15])()),
    seas: [{ name: "Black Sea", names: {}, path: [330, 380, 280, -40, 380, -20], size: 1 }],
  };
}

const [out, payloadFile = join(HERE, "../../../tests/golden/payload.json"), baseFile] = process.argv.slice(2);
if (!out) throw new Error("usage: node test/page.mjs OUT.html [PAYLOAD.json] [BASE.json]");
const json = async (file) => JSON.parse(await readFile(file, "utf8"));
const encode = (document) => deflateRawSync(JSON.stringify(document)).toString("base64");
const fontFaces = (await json(join(DIST, "fonts.json"))).map(
  ({ family, style, weight, unicodeRange, base64 }) =>
    `@font-face{font-family:'${family}';font-style:${style};font-weight:${weight};unicode-range:${unicodeRange};src:url(data:font/woff2;base64,${base64})}`,
);
const style = `${fontFaces.join("")}${await readFile(join(DIST, "atlas.css"), "utf8")}`;
const scripts = [
  await readFile(join(DIST, "atlas.js"), "utf8"),
  'var map_atlas = L.map("map_atlas", {crs: L.CRS.Simple, center: [0, 0], zoom: 0, zoomControl: false, attributionControl: false, zoomSnap: 0}); liaison.start(map_atlas);',
];
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const policy = `default-src 'none'; script-src ${scripts.map(hash).join(" ")}; style-src ${hash(style)}; img-src data: blob:; font-src data:; connect-src 'none'; form-action 'none'; base-uri 'none'`;
const block = (id, document) => `<script type="application/octet-stream" id="${id}">${encode(document)}</script>`;
await writeFile(
  out,
  `<!DOCTYPE html>
<html lang="en" data-ready="false"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Viewer</title><style>${style}</style></head>
<body><div class="folium-map" id="map_atlas"></div>
${block("liaison-data", await json(payloadFile))}
${block("liaison-base", baseFile ? await json(baseFile) : await demoBasemap())}
${scripts.map((script) => `<script>${script}</script>`).join("\n")}
</body></html>
`,
);

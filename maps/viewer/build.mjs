// Builds dist/ from src/ and the npm packages. It contains the files that Python puts into a page, and nothing else.
// The same input gives the same bytes: the output does not depend on the time, absolute paths or the order of folders.

import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { messagesPlugin } from "./messages.mjs";

const HERE = dirname(fileURLToPath(import.meta.url));
const DIST = join(HERE, "dist");
const SUBSETS = ["latin", "latin-ext", "cyrillic"];
const TEXT_FACES = [
  [400, "normal"],
  [600, "normal"],
  [400, "italic"],
];
// Source Serif's web subsets have no old-style figures, so the year is set in a typeface with such figures.
const FAMILIES = [
  { name: "source-serif-4", faces: TEXT_FACES, subsets: SUBSETS },
  { name: "source-sans-3", faces: TEXT_FACES, subsets: SUBSETS },
  { name: "playfair-display", faces: [[400, "normal"]], subsets: ["latin"] },
];
// The Chinese font consists of about a hundred slices by frequency. Python takes the characters that a data set needs
// from them.
const CJK_FONT = { name: "noto-sans-sc", package: "@fontsource-variable/noto-sans-sc" };
// The packages that are part of a page. A bundle that reads another package fails the build (see `checked`).
const SHIPPED = [
  "@fluent/bundle",
  "leaflet",
  "d3-geo",
  "d3-array",
  "internmap",
  "d3-force",
  "d3-dispatch",
  "d3-quadtree",
  "d3-timer",
  "graphology",
  "graphology-metrics",
  "graphology-indices",
  "graphology-shortest-path",
  "graphology-utils",
  "mnemonist",
  "obliterator",
  "events",
  "world-atlas",
  ...FAMILIES.map(({ name }) => `@fontsource/${name}`),
  CJK_FONT.package,
];

const readJson = async (path) => JSON.parse(await readFile(join(HERE, path), "utf8"));
const packagePath = (name, file) => join("node_modules", name, file);
const put = (name, content) => writeFile(join(DIST, name), content);

/** The name, version, licence and licence text of each shipped package; from licences/ if it has no licence file. */
async function licences() {
  const all = [];
  for (const name of [...SHIPPED].sort()) {
    const { version, license } = await readJson(packagePath(name, "package.json"));
    const files = await readdir(join(HERE, "node_modules", name));
    const file = files.filter((entry) => /^licen[cs]e(\.(md|txt))?$/i.test(entry)).sort()[0];
    const path = file ? packagePath(name, file) : `licences/${license}.txt`;
    const text = await readFile(join(HERE, path), "utf8");
    all.push({ name, version, licence: license, text: text.replaceAll("\r\n", "\n").trim() });
  }
  return all;
}

/** The fonts for Python to embed. The same files are written to dist/fonts/ for the posters. */
async function fonts() {
  const all = [];
  for (const { name, faces, subsets } of FAMILIES) {
    const { family } = await readJson(packagePath(`@fontsource/${name}`, "metadata.json"));
    const ranges = await readJson(packagePath(`@fontsource/${name}`, "unicode.json"));
    for (const [weight, style] of faces) {
      for (const subset of subsets) {
        const file = `${name}-${subset}-${weight}-${style}.woff2`;
        const bytes = await readFile(join(HERE, packagePath(`@fontsource/${name}`, `files/${file}`)));
        await put(`fonts/${file}`, bytes);
        const unicodeRange = ranges[subset];
        all.push({ family, style, weight, unicodeRange, file, base64: bytes.toString("base64") });
      }
    }
  }
  return all;
}

/** The slices of the Chinese font with their ranges. */
async function cjkSlices() {
  const { family } = await readJson(packagePath(CJK_FONT.package, "metadata.json"));
  const ranges = await readJson(packagePath(CJK_FONT.package, "unicode.json"));
  const slices = [];
  for (const [subset, unicodeRange] of Object.entries(ranges)) {
    const number = /^\[(\d+)\]$/.exec(subset)?.[1];
    if (!number) continue;
    const file = `${CJK_FONT.name}-${number}-wght-normal.woff2`;
    const bytes = await readFile(join(HERE, packagePath(CJK_FONT.package, `files/${file}`)));
    await put(`cjk/${file}`, bytes);
    // Code that checks whether the viewer has changed reads this hash instead of five megabytes of slices.
    slices.push({ file, unicodeRange, sha256: createHash("sha256").update(bytes).digest("hex") });
  }
  return { family, slices };
}

/** Leaflet's CSS without the rules that fetch images. The viewer uses neither its markers nor its layers control. */
function withoutPictures(css) {
  return css
    .replaceAll("\r\n", "\n")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/[^{}]+\{[^{}]*\burl\([^{}]*\}/g, "\n");
}

const asRule = (selector, colours, indent = "") =>
  `${indent}${selector} {\n${Object.entries(colours)
    .map(([name, hex]) => `${indent}  --${name.replace(/[A-Z0-9]/g, (c) => `-${c.toLowerCase()}`)}: ${hex};`)
    .join("\n")}\n${indent}}\n`;

/** The colours of palette.json as custom properties, so that the page and the canvas share one source of colours. */
function paletteRules({ light, dark }) {
  return [
    asRule(":root", light),
    asRule(':root[data-style="dark"]', dark),
    "@media (prefers-color-scheme: dark) {\n",
    asRule(":root:not([data-style])", dark, "  "),
    "}\n",
  ].join("");
}

/** Modules that exist only during the build: the licences, and Leaflet as the global of another page. */
function virtual(licenceList, foreignLeaflet) {
  const modules = { "virtual:licences": { contents: JSON.stringify(licenceList), loader: "json" } };
  if (foreignLeaflet) modules.leaflet = { contents: "module.exports = window.L;" };
  return {
    name: "virtual",
    setup(build) {
      for (const [path, loaded] of Object.entries(modules)) {
        const filter = new RegExp(`^${path}$`);
        build.onResolve({ filter }, () => ({ path, namespace: "virtual" }));
        build.onLoad({ filter, namespace: "virtual" }, () => loaded);
      }
    },
  };
}

function checked(metafile) {
  for (const input of Object.keys(metafile.inputs)) {
    const name = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1];
    if (name && !SHIPPED.includes(name)) throw new Error(`${name} is bundled but not in the list of licences`);
  }
}

/** Bundle a script. `unused` are the groups of messages that it never shows. */
async function bundle(entry, outfile, { licenceList, unused, foreignLeaflet = false }) {
  const { outputFiles, metafile } = await esbuild.build({
    absWorkingDir: HERE,
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    format: "iife",
    target: "es2022",
    minify: true,
    charset: "ascii",
    legalComments: "inline",
    logLevel: "warning",
    plugins: [messagesPlugin(unused), virtual(licenceList, foreignLeaflet)],
  });
  checked(metafile);
  // The script is inlined, so nothing in it may end the element that contains it.
  const text = outputFiles[0].text.replace(/<\/(script)/gi, "<\\/$1").replace(/<!--/g, "<\\!--");
  await put(outfile, text);
}

await rm(DIST, { recursive: true, force: true });
for (const folder of ["fonts", "cjk"]) await mkdir(join(DIST, folder), { recursive: true });

const licenceList = await licences();
await put("licences.json", `${JSON.stringify(licenceList, null, 1)}\n`);
await put("fonts.json", `${JSON.stringify(await fonts(), null, 1)}\n`);
await put("cjk.json", `${JSON.stringify(await cjkSlices(), null, 1)}\n`);
await put("marks.json", await readFile(join(HERE, "src/scene/drawing/marks.json")));
await put("palette.json", await readFile(join(HERE, "src/scene/palette.json")));
for (const file of ["land-50m.json", "land-110m.json"])
  await put(file, await readFile(join(HERE, packagePath("world-atlas", file))));

const leaflet = withoutPictures(await readFile(join(HERE, packagePath("leaflet", "dist/leaflet.css")), "utf8"));
const colours = paletteRules(await readJson("src/scene/palette.json"));

/** Write a style sheet of Leaflet's rules, the colours, and the given sheets in their order. */
async function sheet(outfile, names) {
  const ours = await Promise.all(names.map((name) => readFile(join(HERE, `src/styles/${name}.css`), "utf8")));
  const css = [leaflet, colours, ...ours].join("\n");
  const minified = await esbuild.transform(css, { loader: "css", minify: true, target: "es2022", charset: "ascii" });
  if (/url\(/i.test(minified.code)) throw new Error(`${outfile} still asks for a file: url() found`);
  await put(outfile, minified.code);
}

await sheet("atlas.css", ["page", "panels", "find", "timeline", "small", "print"]);
await sheet("kiosk.css", ["page", "panels", "kiosk"]);

await bundle("src/atlas-page.ts", "atlas.js", { licenceList, unused: ["kiosk", "poster"] });
await bundle("src/kiosk-page.ts", "kiosk.js", { licenceList, unused: ["poster"] });
await bundle("src/leaflet-plugin.ts", "layer.js", { licenceList, unused: ["kiosk", "poster"], foreignLeaflet: true });
await bundle("src/shell-page.ts", "shell.js", { licenceList });
await bundle("src/scene-script.ts", "scene.js", { licenceList, unused: ["kiosk"] });

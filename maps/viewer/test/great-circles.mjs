// Runs the viewer's own great circles: reads [[lon, lat, lon, lat], ...] from standard input and prints the points of each.

import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));
const built = await esbuild.build({
  entryPoints: [join(HERE, "../src/map/great-circles.ts")],
  bundle: true,
  format: "esm",
  write: false,
  target: "es2022",
});
const { greatCirclePoints } = await import(
  `data:text/javascript;base64,${Buffer.from(built.outputFiles[0].contents).toString("base64")}`
);

const pairs = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify(pairs.map((ends) => greatCirclePoints(...ends))));

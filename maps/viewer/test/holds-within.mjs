// Runs the viewer's own rule of what holds: reads {"claims": ..., "stretches": [[first, last], ...]} from standard input
// and prints for each stretch the results of all claims, a digit a claim: 0 not, 1 possibly, 2 certainly.

import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));
const built = await esbuild.build({
  entryPoints: [join(HERE, "../src/time/claim-dates.ts")],
  bundle: true,
  format: "esm",
  write: false,
  target: "es2022",
});
const { holdsWithin } = await import(
  `data:text/javascript;base64,${Buffer.from(built.outputFiles[0].contents).toString("base64")}`
);

const { claims, stretches } = JSON.parse(await text(process.stdin));
const out = new Uint8Array(claims.id.length);
process.stdout.write(JSON.stringify(stretches.map((stretch) => holdsWithin(claims, stretch, out).join(""))));

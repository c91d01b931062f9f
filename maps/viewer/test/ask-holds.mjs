// Runs the viewer's own rule of what holds. Each line of standard input asks about the claims of a payload, pairs of them and
// stretches of days; the line that answers it has a text for each stretch, a digit for each claim and then for each pair:
// 0 not, 1 possibly, 2 certainly.

import { dirname } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));
const built = await esbuild.build({
  stdin: {
    contents: 'export * from "../src/time/claim-dates"; export { expandPayload } from "../src/data/payload-reader";',
    resolveDir: HERE,
  },
  bundle: true,
  format: "esm",
  write: false,
  target: "es2022",
});
const { claimHolds, expandPayload, jointHold } = await import(
  `data:text/javascript;base64,${Buffer.from(built.outputFiles[0].contents).toString("base64")}`
);

for await (const line of createInterface({ input: process.stdin })) {
  const { document, pairs, stretches } = JSON.parse(line);
  const { claims } = expandPayload(document);
  const digits = stretches.map((days) =>
    [
      ...claims.id.map((_, row) => claimHolds(claims, row, days)),
      ...pairs.map(([one, other]) => jointHold(claims, one, other, days)),
    ].join(""),
  );
  process.stdout.write(`${JSON.stringify(digits)}\n`);
}

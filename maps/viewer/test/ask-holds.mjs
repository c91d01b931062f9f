// Runs the viewer's own rule of what holds. Each line of standard input asks about claims, pairs of them and stretches
// of days; the line that answers it has a text for each stretch, a digit for each claim and then for each pair:
// 0 not, 1 possibly, 2 certainly.

import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
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
const { claimHolds, jointHold } = await import(
  `data:text/javascript;base64,${Buffer.from(built.outputFiles[0].contents).toString("base64")}`
);

for await (const line of createInterface({ input: process.stdin })) {
  const { claims, pairs, stretches } = JSON.parse(line);
  const digits = stretches.map((days) =>
    [
      ...claims.id.map((_, row) => claimHolds(claims, row, days)),
      ...pairs.map(([one, other]) => jointHold(claims, one, other, days)),
    ].join(""),
  );
  process.stdout.write(`${JSON.stringify(digits)}\n`);
}

// Runs the viewer's own rule of what holds. Each line of standard input asks about the claims of a payload, pairs of them and
// stretches of days; the line that answers it has a text for each stretch, a digit for each claim and then for each pair:
// 0 not, 1 undated, 2 possible, 3 seen.

import { createInterface } from "node:readline";
import { viewerModule } from "./viewer-module.mjs";

const { expandPayload } = await viewerModule("data/payload-expansion.ts");
const { claimHolds, jointHold } = await viewerModule("time/claim-dates.ts");

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

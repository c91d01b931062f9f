// Runs the viewer's own rule of what holds: reads {"claims": ..., "stretches": [[first, last], ...]} from standard input
// and prints for each stretch the results of all claims, a digit a claim: 0 not, 1 possibly, 2 certainly.

import { text } from "node:stream/consumers";
import { viewerModule } from "./viewer-module.mjs";

const { holdsWithin } = await viewerModule("time/claim-dates.ts");

const { claims, stretches } = JSON.parse(await text(process.stdin));
const out = new Uint8Array(claims.id.length);
process.stdout.write(JSON.stringify(stretches.map((stretch) => holdsWithin(claims, stretch, out).join(""))));

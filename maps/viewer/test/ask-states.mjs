// Runs the viewer's own rule of which states a map names. Standard input asks about the states of a payload in some
// stretches of days; the answer has their rows for each stretch.

import { text } from "node:stream/consumers";
import { viewerModule } from "./viewer-module.mjs";

const { statesIn } = await viewerModule("time/states-of-period.ts");

const { polities, stretches } = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify(stretches.map((days) => statesIn(polities, days))));

// Runs the viewer's own great circles: reads [[lon, lat, lon, lat], ...] from standard input and prints the points of each.

import { text } from "node:stream/consumers";
import { viewerModule } from "./viewer-module.mjs";

const { greatCirclePoints } = await viewerModule("scene/layout/great-circles.ts");

const pairs = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify(pairs.map((ends) => greatCirclePoints(...ends))));

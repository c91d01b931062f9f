// Imports a module of the viewer as Node can run it: await viewerModule("time/claim-dates.ts").

import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { messagesPlugin } from "../messages.mjs";

const SOURCES = join(dirname(fileURLToPath(import.meta.url)), "../src");

export async function viewerModule(path) {
  const built = await esbuild.build({
    entryPoints: [join(SOURCES, path)],
    bundle: true,
    format: "esm",
    write: false,
    target: "es2022",
    plugins: [messagesPlugin()],
  });
  return import(`data:text/javascript;base64,${Buffer.from(built.outputFiles[0].contents).toString("base64")}`);
}

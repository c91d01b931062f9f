// Reads a JSON Schema from standard input and writes its TypeScript types to standard output.
// `tools/payload_types.py` calls it.

import { compile } from "json-schema-to-typescript";

let text = "";
for await (const chunk of process.stdin) text += chunk;

const types = await compile(JSON.parse(text), "PageDocuments", {
  additionalProperties: false,
  bannerComment: "",
  style: { printWidth: 120 },
});
process.stdout.write(types);

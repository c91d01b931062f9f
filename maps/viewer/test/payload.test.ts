import { expect, test } from "vitest";
import { readPayload, unpack } from "../src/payload";

async function packed(document: unknown): Promise<string> {
  const stream = new Blob([JSON.stringify(document)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  return btoa(String.fromCharCode(...bytes));
}

test("a document comes out as it went in, in every script", async () => {
  const document = { text: "</script> ${6*7} {{7*7}} אנה 上海 🙂", empty: [] };
  expect(await unpack(await packed(document))).toEqual(document);
});

test("a payload of another format is refused, and the message says which it was", async () => {
  await expect(readPayload(await packed({ format: 2 }))).rejects.toThrow("format 1 (got 2)");
});

test("what is no packed document is refused", async () => {
  await expect(readPayload("not base64 at all!")).rejects.toThrow();
});

/**
 * Decodes the blocks that Python writes: base64, raw deflate, JSON with packed columns. This is the only reader of the
 * payload.
 */

import { unpackColumns } from "./column-unpacking";
import { expandPayload } from "./payload-expansion";
import { FORMAT, type PayloadDocument } from "./payload-schema";
import type { Payload } from "./payload-types";

// Uses a loop, because Uint8Array.from() would call the iterator for every character of a text of megabytes.
function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64.trim());
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/** Read a block of base64, raw deflate, UTF-8 JSON with packed columns. */
export async function decodeBlock<Document>(base64: string): Promise<Document> {
  const stream = new Blob([bytesOf(base64)]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return unpackColumns(JSON.parse(await new Response(stream).text())) as Document;
}

/** Read the payload. Throws an error that names the format if it is not the expected one. */
export async function readPayload(base64: string): Promise<Payload> {
  const document = await decodeBlock<PayloadDocument>(base64);
  if (document.format !== FORMAT)
    throw new Error(`the data must be of format ${FORMAT} (got ${String(document.format)})`);
  return expandPayload(document);
}

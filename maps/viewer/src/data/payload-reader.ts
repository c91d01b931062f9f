/**
 * Decode the blocks that Python hands over: base64, raw deflate, JSON with packed columns. The payload has no other
 * reader.
 */

import { unpackColumns } from "./column-unpacking";
import { type Citation, Kind, type Payload, type StoredPayload } from "./payload-types";

// A loop: Uint8Array.from() would call the iterator of a text of megabytes for every character.
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

/** Read the payload; another format raises an error that names it. */
export async function readPayload(base64: string): Promise<Payload> {
  const stored = await decodeBlock<StoredPayload>(base64);
  if (stored.format !== 2) throw new Error(`the data must be of format 2 (got ${String(stored.format)})`);
  return expandPayload(stored);
}

/** The payload with shared dates and citations in every row. Rows share the lists, so nobody may change them. */
export function expandPayload({ dates, citations, ...stored }: StoredPayload): Payload {
  const cited = citations.source.map((sources, row) =>
    sources.map((source, place): Citation => [source, citations.locator[row]![place]!]),
  );
  const { date, cites, via, people, stations, ...claims } = stored.claims;
  const dateColumn = (column: readonly number[]): number[] => date.map((row) => column[row]!);
  const doubtfulDates = new Set(dates.doubtful);
  const doubtful = new Set<number>();
  if (doubtfulDates.size > 0)
    date.forEach((row, claim) => {
      if (doubtfulDates.has(row)) doubtful.add(claim);
    });
  const { edges } = stored;
  const isLine = edges.claim.map((row) => claims.kind[row] === Kind.station);
  const ofLines = (column: readonly number[]): number[] => column.filter((_, edge) => isLine[edge]);
  return {
    ...stored,
    liaison: { from: ofLines(edges.from), to: ofLines(edges.to), sure: ofLines(edges.sure) },
    claims: {
      ...claims,
      via: nonEmptyByRow(via),
      people: nonEmptyByRow(people),
      stations: nonEmptyByRow(stations),
      startEarliest: new Int32Array(dateColumn(dates.startEarliest)),
      startLatest: new Int32Array(dateColumn(dates.startLatest)),
      endEarliest: new Int32Array(dateColumn(dates.endEarliest)),
      endLatest: new Int32Array(dateColumn(dates.endLatest)),
      when: dateColumn(dates.when),
      spans: date.map((row) => dates.spans[row]),
      doubtful,
      cites: cites.map((row) => cited[row]!),
    },
    people: { ...stored.people, cites: stored.people.cites.map((row) => cited[row]!) },
    disagreements: stored.disagreements.map((disagreement) => ({
      ...disagreement,
      cites: cited[disagreement.cites]!,
    })),
  };
}

/** The lists that are not empty, by row. */
function nonEmptyByRow(lists: readonly number[][]): Record<string, number[]> {
  const byRow: Record<string, number[]> = {};
  lists.forEach((list, row) => {
    if (list.length > 0) byRow[row] = list;
  });
  return byRow;
}

/**
 * Unpacks the long columns of a document into lists; `maps/payload/encoding.py` packs them and describes the format.
 */

type Ints = { packed: "ints"; least: number; steps: boolean; digits: string[] };
type Lists = { packed: "lists"; lengths: Ints; flat: Ints | number[] };
type Texts = { packed: "texts"; shared: Ints | number[]; own: Ints | number[]; text: string };
type Packed = Ints | Lists | Texts;

const BASE = 64;
const VALUES = new Uint8Array(128);
[..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"].forEach(
  (digit, value) => (VALUES[digit.charCodeAt(0)] = value),
);

/** The document as it was before it was packed. */
export function unpackColumns(value: unknown): unknown {
  if (Array.isArray(value)) {
    // Nearly all other lists are of numbers or texts, which need no unpacking.
    return value.some((member) => typeof member === "object" && member !== null) ? value.map(unpackColumns) : value;
  }
  if (typeof value !== "object" || value === null) return value;
  if ("packed" in value) return unpackedColumn(value as Packed);
  const document: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) document[name] = unpackColumns(member);
  return document;
}

function unpackedColumn(packed: Packed): number[] | number[][] | string[] {
  if (packed.packed === "ints") return unpackedInts(packed);
  if (packed.packed === "lists") return unpackedLists(unpackedInts(packed.lengths), unpackedInts(packed.flat));
  if (packed.packed === "texts")
    return unpackedTexts(unpackedInts(packed.shared), unpackedInts(packed.own), packed.text);
  throw new Error(
    `a column must be packed as ints, lists or texts (got ${String((packed as { packed: unknown }).packed)})`,
  );
}

function unpackedInts(packed: Ints | number[]): number[] {
  if (Array.isArray(packed)) return packed;
  const count = packed.digits[0]?.length ?? 0;
  const values = new Array<number>(count);
  let previous = 0;
  for (let row = 0; row < count; row++) {
    let value = 0;
    for (let place = packed.digits.length - 1; place >= 0; place--)
      value = value * BASE + VALUES[packed.digits[place]!.charCodeAt(row)]!;
    value += packed.least;
    values[row] = previous = packed.steps ? previous + value : value;
  }
  return values;
}

function unpackedLists(lengths: readonly number[], flat: readonly number[]): number[][] {
  let at = 0;
  return lengths.map((length) => flat.slice(at, (at += length)));
}

function unpackedTexts(sharedLengths: readonly number[], ownLengths: readonly number[], text: string): string[] {
  let at = 0;
  let previous = "";
  return ownLengths.map(
    (length, row) => (previous = previous.slice(0, sharedLengths[row]) + text.slice(at, (at += length))),
  );
}

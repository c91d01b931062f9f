/**
 * Unpacks the long columns of a document into lists; `maps/payload/encoding.py` packs them and describes the format.
 */

type Ints = number[] | { packed: "ints"; least: number; steps: boolean; digits: string[] };
type Packed =
  | Exclude<Ints, number[]>
  | { packed: "lists"; lengths: Ints; flat: Ints }
  | { packed: "texts"; shared: Ints; own: Ints; text: string };

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUES = new Uint8Array(128);
[...DIGITS].forEach((digit, value) => (VALUES[digit.charCodeAt(0)] = value));

/** The document as it was before it was packed. */
export function unpackColumns(value: unknown): unknown {
  if (Array.isArray(value)) {
    // Nearly all other lists are of numbers or texts, which need no unpacking.
    return value.some((member) => typeof member === "object" && member !== null) ? value.map(unpackColumns) : value;
  }
  if (typeof value !== "object" || value === null) return value;
  if ("packed" in value) return unpackedColumn(value as Packed);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, unpackColumns(member)]));
}

function unpackedColumn(column: Packed): number[] | number[][] | string[] {
  let at = 0;
  switch (column.packed) {
    case "ints":
      return unpackedInts(column);
    case "lists": {
      const flat = unpackedInts(column.flat);
      return unpackedInts(column.lengths).map((length) => flat.slice(at, (at += length)));
    }
    case "texts": {
      const shared = unpackedInts(column.shared);
      let previous = "";
      return unpackedInts(column.own).map(
        (length, row) => (previous = previous.slice(0, shared[row]) + column.text.slice(at, (at += length))),
      );
    }
    default:
      throw new Error(
        `a column must be packed as ints, lists or texts (got ${String((column as { packed: unknown }).packed)})`,
      );
  }
}

function unpackedInts(packed: Ints): number[] {
  if (Array.isArray(packed)) return packed;
  const count = packed.digits[0]?.length ?? 0;
  const values = new Array<number>(count);
  let previous = 0;
  for (let row = 0; row < count; row++) {
    let value = 0;
    for (let place = packed.digits.length - 1; place >= 0; place--)
      value = value * DIGITS.length + VALUES[packed.digits[place]!.charCodeAt(row)]!;
    value += packed.least;
    values[row] = previous = packed.steps ? previous + value : value;
  }
  return values;
}

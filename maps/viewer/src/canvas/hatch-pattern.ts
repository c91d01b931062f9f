/** A hatch for a canvas whose fields are repainted frequently. */

const hatches = new Map<string, CanvasPattern | null>();

/** Fine slanting lines in a colour, from one small tile that is drawn once. */
export function hatchPattern(
  ctx: CanvasRenderingContext2D,
  colour: string,
  gap: number,
  weight: number,
): CanvasPattern | string {
  const key = `${colour} ${gap} ${weight}`;
  if (!hatches.has(key)) {
    const size = gap * 4;
    const tile = document.createElement("canvas");
    tile.width = tile.height = size;
    const pen = tile.getContext("2d");
    if (!pen) return colour;
    pen.strokeStyle = colour;
    pen.lineWidth = weight;
    pen.beginPath();
    for (let at = -size; at <= size * 2; at += gap) {
      pen.moveTo(at, size + 1);
      pen.lineTo(at + size + 2, -1);
    }
    pen.stroke();
    hatches.set(key, ctx.createPattern(tile, "repeat"));
  }
  return hatches.get(key) ?? colour;
}

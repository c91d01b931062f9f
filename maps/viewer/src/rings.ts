/** Rings and lines of the ground: decoded once, and for each picture cut to the window and thinned to its pixels. */

export interface Ring {
  points: Float64Array;
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
}

/** A window on the world: `screen = world * scale - origin`. */
export interface Window {
  scale: number;
  originX: number;
  originY: number;
  width: number;
  height: number;
}

/** Undo the delta coding; plane kilometres (y up) become world pixels (y down). */
export function decodeRing(coded: readonly number[], kmPerPixel: number): Ring {
  const points = new Float64Array(coded.length);
  let x = 0;
  let y = 0;
  let minX = Infinity,
    minY = Infinity,
    maxX = -Infinity,
    maxY = -Infinity;
  for (let i = 0; i + 1 < coded.length; i += 2) {
    x += coded[i]!;
    y += coded[i + 1]!;
    const worldX = x / kmPerPixel;
    const worldY = -y / kmPerPixel;
    points[i] = worldX;
    points[i + 1] = worldY;
    minX = Math.min(minX, worldX);
    maxX = Math.max(maxX, worldX);
    minY = Math.min(minY, worldY);
    maxY = Math.max(maxY, worldY);
  }
  return { points, minX, minY, maxX, maxY };
}

// Two buffers for the cutting, kept from call to call: a ring has up to some ten thousand points.
let front = new Float64Array(1 << 16);
let back = new Float64Array(1 << 16);

function room(values: number): void {
  if (front.length >= values) return;
  front = new Float64Array(values * 2);
  back = new Float64Array(values * 2);
}

/** Sutherland and Hodgman's cut at one side: keep where `sign * coordinate >= sign * at`. */
function cut(length: number, axis: 0 | 1, sign: 1 | -1, at: number): number {
  let out = 0;
  if (length === 0) return 0;
  let px = front[length - 2]!;
  let py = front[length - 1]!;
  let pIn = sign * (axis === 0 ? px : py) >= sign * at;
  for (let i = 0; i < length; i += 2) {
    const x = front[i]!;
    const y = front[i + 1]!;
    const isIn = sign * (axis === 0 ? x : y) >= sign * at;
    if (isIn !== pIn) {
      const t = axis === 0 ? (at - px) / (x - px) : (at - py) / (y - py);
      back[out++] = axis === 0 ? at : px + t * (x - px);
      back[out++] = axis === 0 ? py + t * (y - py) : at;
    }
    if (isIn) {
      back[out++] = x;
      back[out++] = y;
    }
    px = x;
    py = y;
    pIn = isIn;
  }
  [front, back] = [back, front];
  return out;
}

/**
 * The rings that the window shows, as one path in screen pixels; what lies `margin` outside is cut off.
 *
 * Each ends where it began, by a line: Chromium copies a whole path each time that a part of it is closed. Stroke it
 * with round caps.
 */
export function ringsPath(rings: readonly Ring[], window: Window, margin: number, finest = 0.5): Path2D {
  const path = new Path2D();
  const { scale, originX, originY, width, height } = window;
  const left = -margin,
    top = -margin,
    right = width + margin,
    bottom = height + margin;
  for (const ring of rings) {
    const x0 = ring.minX * scale - originX,
      x1 = ring.maxX * scale - originX;
    const y0 = ring.minY * scale - originY,
      y1 = ring.maxY * scale - originY;
    if (x1 < left || x0 > right || y1 < top || y0 > bottom) continue;
    if (Math.max(x1 - x0, y1 - y0) < finest) continue;
    room(ring.points.length * 2 + 64);
    let length = 0;
    let lastX = Infinity,
      lastY = Infinity;
    for (let i = 0; i < ring.points.length; i += 2) {
      const x = ring.points[i]! * scale - originX;
      const y = ring.points[i + 1]! * scale - originY;
      if (Math.abs(x - lastX) < finest && Math.abs(y - lastY) < finest) continue;
      front[length++] = lastX = x;
      front[length++] = lastY = y;
    }
    if (x0 < left) length = cut(length, 0, 1, left);
    if (x1 > right) length = cut(length, 0, -1, right);
    if (y0 < top) length = cut(length, 1, 1, top);
    if (y1 > bottom) length = cut(length, 1, -1, bottom);
    if (length < 6) continue;
    path.moveTo(front[0]!, front[1]!);
    for (let i = 2; i < length; i += 2) path.lineTo(front[i]!, front[i + 1]!);
    path.lineTo(front[0]!, front[1]!);
  }
  return path;
}

/** Open lines, as one path in screen pixels. */
export function linesPath(lines: readonly Ring[], { scale, originX, originY }: Window): Path2D {
  const path = new Path2D();
  for (const { points } of lines) {
    for (let i = 0; i < points.length; i += 2) {
      const x = points[i]! * scale - originX;
      const y = points[i + 1]! * scale - originY;
      if (i === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    }
  }
  return path;
}

/** Outlines and lines in pixels, stored as numbers: a canvas traces them, and an SVG document has them as path data. */

/** A target for `traceOnto`: a canvas, or a `Path2D`. */
type PathTarget = Pick<Path, "moveTo" | "lineTo" | "arc" | "rect" | "roundRect" | "closePath">;

// The number with which a command begins; its arguments follow.
const MOVE = 0,
  LINE = 1,
  ARC = 2,
  RECT = 3,
  ROUND_RECT = 4,
  CLOSE = 5;

export class Path {
  private readonly numbers: number[] = [];

  /** Is there nothing to draw? */
  get isEmpty(): boolean {
    return this.numbers.length === 0;
  }

  moveTo(x: number, y: number): void {
    this.numbers.push(MOVE, x, y);
  }

  lineTo(x: number, y: number): void {
    this.numbers.push(LINE, x, y);
  }

  /** A line through points, given as [x0, y0, ...]. */
  polyline(points: ArrayLike<number>): this {
    this.moveTo(points[0]!, points[1]!);
    for (let i = 2; i < points.length; i += 2) this.lineTo(points[i]!, points[i + 1]!);
    return this;
  }

  arc(x: number, y: number, radius: number, start: number, end: number): void {
    this.numbers.push(ARC, x, y, radius, start, end);
  }

  circle(x: number, y: number, radius: number): this {
    this.arc(x, y, radius, 0, 2 * Math.PI);
    return this;
  }

  rect(x: number, y: number, width: number, height: number): this {
    this.numbers.push(RECT, x, y, width, height);
    return this;
  }

  roundRect(x: number, y: number, width: number, height: number, radius: number): this {
    this.numbers.push(ROUND_RECT, x, y, width, height, radius);
    return this;
  }

  closePath(): this {
    this.numbers.push(CLOSE);
    return this;
  }

  traceOnto(target: { [Command in keyof PathTarget]: (...numbers: Parameters<PathTarget[Command]>) => unknown }): void {
    const { numbers } = this;
    for (let i = 0; i < numbers.length; ) {
      const command = numbers[i++]!;
      if (command === LINE) target.lineTo(numbers[i++]!, numbers[i++]!);
      else if (command === MOVE) target.moveTo(numbers[i++]!, numbers[i++]!);
      else if (command === CLOSE) target.closePath();
      else if (command === ARC) target.arc(numbers[i++]!, numbers[i++]!, numbers[i++]!, numbers[i++]!, numbers[i++]!);
      else if (command === RECT) target.rect(numbers[i++]!, numbers[i++]!, numbers[i++]!, numbers[i++]!);
      else target.roundRect(numbers[i++]!, numbers[i++]!, numbers[i++]!, numbers[i++]!, numbers[i++]!);
    }
  }

  /** Return SVG path data, rounded to hundredths of a pixel. */
  toData(): string {
    let data = "";
    // The current point in whole hundredths, and the start of the subpath, to which closing it returns.
    let [x, y, startX, startY] = [0, 0, 0, 0];
    const stand = (atX: number, atY: number): void => {
      [x, y] = [Math.round(atX * 100), Math.round(atY * 100)];
    };
    this.traceOnto({
      moveTo(atX, atY) {
        data += `M${written(atX)} ${written(atY)}`;
        stand(atX, atY);
        [startX, startY] = [x, y];
      },
      /** Relative to the current point, which halves the number of characters. */
      lineTo(toX, toY) {
        const [fromX, fromY] = [x, y];
        stand(toX, toY);
        const down = written((y - fromY) / 100);
        data += `l${written((x - fromX) / 100)}${down.startsWith("-") ? "" : " "}${down}`;
      },
      /** Clockwise, in two halves, because SVG omits an arc that ends at its start. */
      arc(midX, midY, radius, start, end) {
        const at = (angle: number) => [midX + radius * Math.cos(angle), midY + radius * Math.sin(angle)] as const;
        const arcTo = (angle: number) =>
          `A${written(radius)} ${written(radius)} 0 0 1 ${at(angle).map(written).join(" ")}`;
        data += `M${at(start).map(written).join(" ")}${arcTo((start + end) / 2)}${arcTo(end)}`;
        stand(...at(end));
      },
      rect(left, top, width, height) {
        data += `M${written(left)} ${written(top)}h${written(width)}v${written(height)}h${written(-width)}z`;
      },
      roundRect(left, top, width, height, radius) {
        const r = Math.min(radius, width / 2, height / 2);
        const corner = (dx: number, dy: number) => `a${written(r)} ${written(r)} 0 0 1 ${written(dx)} ${written(dy)}`;
        data +=
          `M${written(left + r)} ${written(top)}h${written(width - 2 * r)}${corner(r, r)}v${written(height - 2 * r)}` +
          `${corner(-r, r)}h${written(2 * r - width)}${corner(-r, -r)}v${written(2 * r - height)}${corner(r, -r)}z`;
      },
      closePath() {
        data += "z";
        [x, y] = [startX, startY];
      },
    });
    return data;
  }
}

/** A number rounded to hundredths, as short as SVG allows. */
const written = (value: number): string => String(Math.round(value * 100) / 100).replace(/^(-?)0\./, "$1.");

/** Outlines and lines in pixels, kept as numbers: a canvas traces them, an SVG document writes them as path data. */

/** What a path can be traced onto: a canvas, a `Path2D`, another path. */
export interface PathTarget {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  arc(x: number, y: number, radius: number, start: number, end: number): void;
  rect(x: number, y: number, width: number, height: number): void;
  roundRect(x: number, y: number, width: number, height: number, radius: number): void;
  closePath(): void;
}

// The first of the numbers of a command, and how many follow it.
const MOVE = 0,
  LINE = 1,
  ARC = 2,
  RECT = 3,
  ROUND_RECT = 4,
  CLOSE = 5;

export class Path implements PathTarget {
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

  arc(x: number, y: number, radius: number, start: number, end: number): void {
    this.numbers.push(ARC, x, y, radius, start, end);
  }

  circle(x: number, y: number, radius: number): this {
    this.arc(x, y, radius, 0, 2 * Math.PI);
    return this;
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.numbers.push(RECT, x, y, width, height);
  }

  roundRect(x: number, y: number, width: number, height: number, radius: number): void {
    this.numbers.push(ROUND_RECT, x, y, width, height, radius);
  }

  closePath(): void {
    this.numbers.push(CLOSE);
  }

  traceOnto(target: PathTarget): void {
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

  /** As data of an SVG path, in hundredths of a pixel. */
  toData(): string {
    const writer = new PathDataWriter();
    this.traceOnto(writer);
    return writer.data;
  }
}

/** A number in hundredths, as short as SVG allows. */
const written = (value: number): string => String(Math.round(value * 100) / 100).replace(/^(-?)0\./, "$1.");

class PathDataWriter implements PathTarget {
  data = "";
  // Where the line stands, in whole hundredths; and where it began, to which closing it leads back.
  private x = 0;
  private y = 0;
  private startX = 0;
  private startY = 0;

  moveTo(x: number, y: number): void {
    this.data += `M${written(x)} ${written(y)}`;
    this.stand(x, y);
    [this.startX, this.startY] = [this.x, this.y];
  }

  /** Relative to where the line stands, which takes half of the characters. */
  lineTo(x: number, y: number): void {
    const [fromX, fromY] = [this.x, this.y];
    this.stand(x, y);
    const across = written((this.x - fromX) / 100),
      down = written((this.y - fromY) / 100);
    this.data += `l${across}${down.startsWith("-") ? "" : " "}${down}`;
  }

  private stand(x: number, y: number): void {
    this.x = Math.round(x * 100);
    this.y = Math.round(y * 100);
  }

  /** Clockwise; in two halves, since an SVG arc that ends where it begins is none. */
  arc(x: number, y: number, radius: number, start: number, end: number): void {
    const middle = (start + end) / 2;
    const at = (angle: number) => `${written(x + radius * Math.cos(angle))} ${written(y + radius * Math.sin(angle))}`;
    const arcTo = (angle: number) => `A${written(radius)} ${written(radius)} 0 0 1 ${at(angle)}`;
    this.data += `M${at(start)}${arcTo(middle)}${arcTo(end)}`;
    this.stand(x + radius * Math.cos(end), y + radius * Math.sin(end));
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.data += `M${written(x)} ${written(y)}h${written(width)}v${written(height)}h${written(-width)}z`;
  }

  roundRect(x: number, y: number, width: number, height: number, radius: number): void {
    const r = Math.min(radius, width / 2, height / 2);
    const corner = (dx: number, dy: number) => `a${written(r)} ${written(r)} 0 0 1 ${written(dx)} ${written(dy)}`;
    const across = written(width - 2 * r),
      down = written(height - 2 * r);
    this.data +=
      `M${written(x + r)} ${written(y)}h${across}${corner(r, r)}v${down}${corner(-r, r)}` +
      `h${written(2 * r - width)}${corner(-r, -r)}v${written(2 * r - height)}${corner(r, -r)}z`;
  }

  closePath(): void {
    this.data += "z";
    [this.x, this.y] = [this.startX, this.startY];
  }
}

/**
 * Fingers: a press acts on release, each finger by itself, so that two visitors do not disturb each other.
 *
 * A browser makes a click of one finger only, and takes two for a gesture of one hand. So its clicks are ignored:
 * a finger that comes and goes on the same button presses it; fingers on the map move it (`MapGestures`).
 */

import type { TouchEffect } from "./session-phases";

/** What may be pressed. */
const PRESSABLE_SELECTOR = "button, label, summary";
/** How far a finger may slip and still press, in pixels at the normal size of the page. */
const SLIP_TOLERANCE_PX = 24;

export interface TouchGate {
  down(finger: number, nowMs: number): TouchEffect;
  move(finger: number, nowMs: number): boolean;
  up(finger: number, nowMs: number): boolean;
}

/** A part of the page that follows fingers by itself. */
export interface GestureTarget {
  element: Element;
  down(finger: number, x: number, y: number): void;
  move(finger: number, x: number, y: number): void;
  up(finger: number, x: number, y: number, pressed: boolean): void;
}

interface ActiveFinger {
  target: Element | null;
  x: number;
  y: number;
  hasMoved: boolean;
  gestureTarget: GestureTarget | null;
}

const MAX_FINGERS = 20;

export class TouchScreen {
  private readonly fingers = new Map<number, ActiveFinger>();

  constructor(
    root: HTMLElement,
    private readonly gate: TouchGate,
    private readonly gestureTargets: readonly GestureTarget[],
    private readonly onPress: (x: number, y: number) => void,
  ) {
    root.addEventListener("pointerdown", (event) => this.down(event), { capture: true });
    root.addEventListener("pointermove", (event) => this.move(event), { capture: true });
    for (const type of ["pointerup", "pointercancel"] as const)
      root.addEventListener(type, (event) => this.up(event), { capture: true });
    root.addEventListener("click", (event) => this.filterClick(event), { capture: true });
  }

  private down(event: PointerEvent): void {
    const { pointerId, clientX: x, clientY: y } = event;
    const acts = this.gate.down(pointerId, performance.now()) === "use";
    if (!acts) event.stopPropagation();
    // A finger that is not recorded must not begin a gesture: its release would be missed.
    if (this.fingers.size >= MAX_FINGERS) return;
    const touched = event.target instanceof Element ? event.target : null;
    // Where a finger scrolls, the browser takes it over and sends a pointercancel.
    const gestureTarget = acts
      ? (this.gestureTargets.find(({ element }) => touched && element.contains(touched)) ?? null)
      : null;
    this.fingers.set(pointerId, {
      target: acts ? (touched?.closest(PRESSABLE_SELECTOR) ?? null) : null,
      x,
      y,
      hasMoved: false,
      gestureTarget,
    });
    // A touch is captured by the element it began on; a mouse has to be captured explicitly.
    if (gestureTarget && touched && event.pointerType === "mouse") touched.setPointerCapture(pointerId);
    gestureTarget?.down(pointerId, x, y);
  }

  private move(event: PointerEvent): void {
    const { pointerId, clientX: x, clientY: y } = event;
    const finger = this.fingers.get(pointerId);
    if (!finger) return;
    if (!this.gate.move(pointerId, performance.now())) return;
    if (Math.hypot(x - finger.x, y - finger.y) > SLIP_TOLERANCE_PX) finger.hasMoved = true;
    finger.gestureTarget?.move(pointerId, x, y);
  }

  private up(event: PointerEvent): void {
    const { pointerId, clientX: x, clientY: y } = event;
    const finger = this.fingers.get(pointerId);
    this.fingers.delete(pointerId);
    const acts = this.gate.up(pointerId, performance.now());
    if (!finger) return;
    const pressed = acts && event.type === "pointerup" && !finger.hasMoved;
    finger.gestureTarget?.up(pointerId, x, y, pressed);
    if (!pressed) return;
    this.onPress(x, y);
    const { target } = finger;
    if (target?.isConnected && target.contains(document.elementFromPoint(x, y))) (target as HTMLElement).click();
  }

  /**
   * Let through clicks of our own or of a keyboard only: the browser makes clicks of one finger alone, and after a long
   * press too.
   */
  private filterClick(event: MouseEvent): void {
    if (!event.isTrusted) return;
    const byPointer = event.detail > 0 || (event as PointerEvent).pointerType !== "";
    const byKeyboard = !byPointer && this.gate.down(-1, performance.now()) === "use";
    if (!byPointer) this.gate.up(-1, performance.now());
    if (byKeyboard) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Forget all fingers: everything is reset. */
  releaseAll(): void {
    for (const [finger, { gestureTarget, x, y }] of this.fingers) gestureTarget?.up(finger, x, y, false);
    this.fingers.clear();
  }
}

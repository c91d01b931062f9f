/**
 * Handles fingers. A press acts on release, and each finger acts on its own, so that two visitors do not disturb each
 * other.
 *
 * A browser makes clicks from one finger only, and treats two as a gesture of one hand. So its clicks are ignored:
 * a finger that touches and leaves the same button presses it; fingers on the map move it (`KioskMap`).
 */

import type { KioskMap } from "./kiosk-map";
import type { SessionPhases } from "./session-phases";

/** The elements that can be pressed. */
const PRESSABLE_SELECTOR = "button, label, summary";
/** The distance that a finger may slip and still press, in pixels at the normal size of the page. */
const SLIP_TOLERANCE_PX = 24;
const MAX_FINGERS = 20;

export class TouchScreen {
  /** Each finger with its starting point, and the element that it presses if it does not move. */
  private readonly fingers = new Map<number, { x: number; y: number; target: HTMLElement | null; hasMoved: boolean }>();

  constructor(
    root: HTMLElement,
    private readonly session: Pick<SessionPhases, "down" | "move" | "up" | "keyPressed">,
    private readonly map: KioskMap,
    private readonly onPress: (x: number, y: number) => void,
  ) {
    const options = { capture: true };
    root.addEventListener("pointerdown", (event) => this.down(event), options);
    root.addEventListener("pointermove", (event) => this.move(event), options);
    root.addEventListener("pointerup", (event) => this.up(event), options);
    root.addEventListener("pointercancel", (event) => this.up(event), options);
    root.addEventListener("click", (event) => this.filterClick(event), options);
  }

  private down(event: PointerEvent): void {
    const { pointerId, clientX: x, clientY: y } = event;
    const acts = this.session.down(pointerId, performance.now()) === "use";
    if (!acts) event.stopPropagation();
    // A finger that is not recorded must not begin a gesture, because its release would be missed.
    if (this.fingers.size >= MAX_FINGERS) return;
    const touched = event.target as Element;
    const target = acts ? touched.closest<HTMLElement>(PRESSABLE_SELECTOR) : null;
    this.fingers.set(pointerId, { x, y, target, hasMoved: false });
    // When a finger scrolls, the browser takes it over and sends a pointercancel.
    if (!acts || !this.map.element.contains(touched)) return;
    // The element where a touch began captures it automatically; a mouse must be captured explicitly.
    if (event.pointerType === "mouse") touched.setPointerCapture(pointerId);
    this.map.down(pointerId, x, y);
  }

  private move(event: PointerEvent): void {
    const { pointerId, clientX: x, clientY: y } = event;
    const finger = this.fingers.get(pointerId);
    if (!finger || !this.session.move(pointerId, performance.now())) return;
    if (Math.hypot(x - finger.x, y - finger.y) > SLIP_TOLERANCE_PX) finger.hasMoved = true;
    this.map.move(pointerId, x, y);
  }

  private up(event: PointerEvent): void {
    const { pointerId, clientX: x, clientY: y } = event;
    const finger = this.fingers.get(pointerId);
    this.fingers.delete(pointerId);
    const acts = this.session.up(pointerId, performance.now());
    if (!finger) return;
    const { target, hasMoved } = finger;
    const pressed = acts && event.type === "pointerup" && !hasMoved;
    this.map.up(pointerId, pressed);
    if (!pressed) return;
    this.onPress(x, y);
    if (target?.contains(document.elementFromPoint(x, y))) target.click();
  }

  /**
   * Let through only our own clicks and those of a keyboard. The browser makes clicks from one finger only, and also
   * after a long press.
   */
  private filterClick(event: MouseEvent): void {
    if (!event.isTrusted) return;
    const byPointer = event.detail > 0 || (event as PointerEvent).pointerType !== "";
    if (!byPointer && this.session.keyPressed(performance.now()) === "use") return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Forget all fingers, for a reset. */
  releaseAll(): void {
    for (const finger of this.fingers.keys()) this.map.up(finger, false);
    this.fingers.clear();
  }
}

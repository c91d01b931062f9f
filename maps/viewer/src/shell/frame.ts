/** A release in a frame of its own: whether it is ready, whether somebody uses it, whether it still answers. */

import { type FromPage, type FromShell, readMessage } from "../kiosk-messages";

export class Frame {
  readonly element: HTMLIFrameElement;
  ready = false;
  busy = false;
  broken = "";
  /** Pings since the last answer. */
  missed = 0;
  private pinged = -Infinity;

  constructor(
    readonly release: string,
    readonly bornMs: number,
    private readonly heard: (message: FromPage, frame: Frame) => void,
  ) {
    this.element = document.createElement("iframe");
    this.element.setAttribute("sandbox", "allow-scripts");
    this.element.setAttribute("title", document.title);
    this.element.className = "waiting";
    this.element.inert = true;
    this.element.src = `releases/${release}/kiosk.html`;
    window.addEventListener("message", this.listen);
    document.body.append(this.element);
  }

  private readonly listen = (event: MessageEvent): void => {
    // The origin of a sandboxed frame is "null"; who speaks is told by the window alone.
    if (event.source !== this.element.contentWindow) return;
    const message = readMessage(event.data);
    if (!message) return;
    this.missed = 0;
    if (message.type === "ready") this.ready = true;
    else if (message.type === "active") this.busy = true;
    else if (message.type === "idle") this.busy = false;
    else if (message.type === "error") this.broken = message.message || "error";
    this.heard(message, this);
  };

  say(message: FromShell): void {
    this.element.contentWindow?.postMessage(message, "*"); // its origin is opaque: no other target can be named
  }

  ping(nowMs: number, everyMs: number, message: FromShell): void {
    if (nowMs - this.pinged < everyMs) return;
    this.pinged = nowMs;
    this.missed += 1;
    this.say(message);
  }

  show(): void {
    this.element.inert = false;
    this.element.className = "shown";
    this.say({ type: "shown" });
  }

  /** Stay visible below the next one until that has come up. */
  leave(): void {
    this.element.inert = true;
    this.element.className = "leaving";
  }

  /** Its listener and its process go with it. */
  remove(): void {
    window.removeEventListener("message", this.listen);
    this.element.remove();
  }
}

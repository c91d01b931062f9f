/** A release in a frame: whether it is ready, whether a visitor uses it, whether it still answers. */

import { type PageMessage, parsePageMessage, type ShellMessage } from "./kiosk-messages";

export class ReleaseFrame {
  readonly element: HTMLIFrameElement;
  isReady = false;
  isInUse = false;
  error = "";
  /** Pings since the last answer. */
  missedPings = 0;
  private pingedMs = -Infinity;

  constructor(
    readonly release: string,
    readonly createdMs: number,
    private readonly onMessage: (message: PageMessage, frame: ReleaseFrame) => void,
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
    // The origin of a sandboxed frame is "null"; only the window identifies the sender.
    if (event.source !== this.element.contentWindow) return;
    const message = parsePageMessage(event.data);
    if (!message) return;
    this.missedPings = 0;
    if (message.type === "ready") this.isReady = true;
    else if (message.type === "active") this.isInUse = true;
    else if (message.type === "idle") this.isInUse = false;
    else if (message.type === "error") this.error = message.message || "error";
    this.onMessage(message, this);
  };

  send(message: ShellMessage): void {
    this.element.contentWindow?.postMessage(message, "*"); // its origin is opaque: no other target can be named
  }

  ping(nowMs: number, intervalMs: number, message: ShellMessage): void {
    if (nowMs - this.pingedMs < intervalMs) return;
    this.pingedMs = nowMs;
    this.missedPings += 1;
    this.send(message);
  }

  show(): void {
    this.element.inert = false;
    this.element.className = "shown";
    this.send({ type: "shown" });
  }

  /** Stay visible below the next release until that has faded in. */
  moveBehind(): void {
    this.element.inert = true;
    this.element.className = "leaving";
  }

  /** Remove the frame with its listener and its process. */
  remove(): void {
    window.removeEventListener("message", this.listen);
    this.element.remove();
  }
}

/** A release in a frame: whether it is ready, whether a visitor uses it, and whether it still answers. */

import { type PageMessage, parsePageMessage, type ShellMessage } from "./kiosk-messages";

export class ReleaseFrame {
  readonly element = document.createElement("iframe");
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
    this.element.setAttribute("sandbox", "allow-scripts");
    this.element.title = document.title;
    this.element.src = `releases/${release}/kiosk.html`;
    this.setPlace("waiting");
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
    else if (message.type === "active" || message.type === "idle") this.isInUse = message.type === "active";
    else if (message.type === "error") this.error = message.message || "error";
    this.onMessage(message, this);
  };

  send(message: ShellMessage): void {
    this.element.contentWindow?.postMessage(message, "*"); // its origin is opaque, so no other target can be named
  }

  ping(nowMs: number, intervalMs: number, message: ShellMessage): void {
    if (nowMs - this.pingedMs < intervalMs) return;
    this.pingedMs = nowMs;
    this.missedPings += 1;
    this.send(message);
  }

  /** Set whether the frame waits, is shown, or stays visible below the next release until that has faded in. */
  setPlace(place: "waiting" | "shown" | "leaving"): void {
    this.element.className = place;
    this.element.inert = place !== "shown";
  }

  /** Remove the frame with its listener and its process. */
  remove(): void {
    window.removeEventListener("message", this.listen);
    this.element.remove();
  }
}

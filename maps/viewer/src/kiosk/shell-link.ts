/**
 * The page's side of the messages between page and shell (`../shell/kiosk-messages`). A page without a shell sends
 * none.
 */

import { downloadText, readStorage, writeStorage } from "../shell/browser-storage";
import { MAX_STORED_CHARS, type PageMessage, type ShellMessage } from "../shell/kiosk-messages";

/** A message without its version, which `send` adds. */
type MessageBody<Message> = Message extends PageMessage ? Omit<Message, "version"> : never;

export class ShellLink {
  readonly isFramed = window.parent !== window;
  /** The last report of the shell, for the staff page. */
  shellStatus: Extract<ShellMessage, { type: "ping" }> | null = null;

  constructor(
    private readonly version: string,
    private readonly onStored: (text: string) => void,
  ) {
    window.addEventListener("message", ({ source, data }: MessageEvent<ShellMessage | null>) => {
      if (!this.isFramed || source !== window.parent) return;
      if (data?.type === "ping") {
        this.shellStatus = data;
        this.send({ type: "pong" });
      } else if (data?.type === "kept") onStored(String(data.text).slice(0, MAX_STORED_CHARS));
    });
  }

  send(message: MessageBody<PageMessage>): void {
    if (this.isFramed) window.parent.postMessage({ ...message, version: this.version }, "*"); // file:// has no origin
  }

  sendReady(): void {
    this.send({ type: "ready" });
    if (!this.isFramed) this.onStored(readStorage());
  }

  store(text: string): void {
    if (this.isFramed) this.send({ type: "keep", text });
    else writeStorage(text);
  }

  /** Offer a text as a file. In a frame the shell does it, because a sandboxed frame may not. */
  download(name: string, text: string): void {
    if (this.isFramed) this.send({ type: "save", name, text });
    else downloadText(name, text);
  }
}

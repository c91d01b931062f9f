/** The page's side of what it and the shell say to each other (`../kiosk-messages`). Alone, it says nothing. */

import { type FromPage, type FromShell, MOST_KEPT } from "../kiosk-messages";

export interface ShellTold {
  release: string;
  uptimeS: number;
  made: number;
}

const KEPT = "liaison-kept";
/** What the parts of a message may be, apart from who says it. */
type Saying<Message> = Message extends { version: string } ? Omit<Message, "version"> : never;

export class ShellLink {
  readonly framed = window.parent !== window;
  /** What the shell told last, for the staff page. */
  told: ShellTold | null = null;

  constructor(
    private readonly version: string,
    private readonly kept: (text: string) => void,
  ) {
    window.addEventListener("message", (event: MessageEvent<FromShell>) => {
      if (event.source !== window.parent || !this.framed || typeof event.data !== "object" || event.data === null)
        return;
      const message = event.data;
      if (message.type === "ping") {
        this.told = { release: String(message.release), uptimeS: Number(message.uptimeS), made: Number(message.made) };
        this.say({ type: "pong" });
      } else if (message.type === "kept") this.kept(String(message.text).slice(0, MOST_KEPT));
    });
  }

  say(message: Saying<FromPage>): void {
    if (this.framed) window.parent.postMessage({ ...message, version: this.version }, "*"); // on file:// no origin can be named
  }

  ready(): void {
    this.say({ type: "ready" });
    if (!this.framed) this.kept(stored());
  }

  keep(text: string): void {
    if (text.length > MOST_KEPT) return;
    if (this.framed) this.say({ type: "keep", text });
    else store(text);
  }

  /** Offer a text as a file: by the shell, for a sandboxed frame may not. */
  save(name: string, text: string): void {
    if (this.framed) {
      this.say({ type: "save", name, text });
      return;
    }
    const address = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }
}

function stored(): string {
  try {
    return localStorage.getItem(KEPT) ?? "";
  } catch {
    return ""; // storage may be forbidden: then nothing is kept
  }
}

function store(text: string): void {
  try {
    localStorage.setItem(KEPT, text);
  } catch {
    // A full or forbidden storage is no reason to stop showing the atlas.
  }
}

/** Share this view: its link, and an iframe for other web pages, each with a button that copies it. */

import type { PageContext } from "../page-context";
import { formatHash } from "../state/url-state";
import { periodName } from "../time/period";
import { button, type Child, el, type Panel, section } from "./dom";

const escapeAttribute = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** An iframe that shows a file in a page in the same folder. It may run its own script and nothing else. */
export function iframeHtml(file: string, hash: string, title: string): string {
  // A name may contain characters with a meaning in a URL, or a colon that would make it another scheme.
  const url = `./${encodeURIComponent(file)}${hash}`;
  return `<iframe src="${escapeAttribute(url)}" title="${escapeAttribute(title)}" width="960" height="640" sandbox="allow-scripts" loading="lazy"></iframe>`;
}

function fileNameOf(path: string): string {
  const last = path.slice(path.lastIndexOf("/") + 1) || "index.html";
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

export class SharePanel implements Panel {
  readonly title: string;
  readonly content: Child[];
  private readonly linkField: HTMLTextAreaElement;
  private readonly iframeField: HTMLTextAreaElement;
  /** Beside each button the result of copying. */
  private readonly copyMessages: HTMLElement[] = [];

  constructor(private readonly context: PageContext) {
    const text = context.words.shareParts;
    this.title = text.title;
    this.content = [el("p", {}, text.intro)];
    const addField = (name: string, rows: number, copyLabel: string, note: Child): HTMLTextAreaElement => {
      const attributes = { class: "share-text", name, rows, "aria-label": name };
      const field = el("textarea", { ...attributes, readonly: true, spellcheck: "false", dir: "ltr" });
      const message = el("p", { class: "copied", role: "status" });
      this.copyMessages.push(message);
      const copyButton = button({ class: "plain-button" }, () => void this.copy(field, message), copyLabel);
      const copier = el("div", { class: "copier" }, copyButton, message);
      this.content.push(section(name, [field, copier, note && el("p", { class: "soft" }, note)]));
      return field;
    };
    this.linkField = addField(text.link, 6, text.copyLink, location.protocol === "file:" && text.linkNote);
    this.iframeField = addField(text.frame, 9, text.copyFrame, text.frameNote);
  }

  /** The current view, without the share panel and without what only other panels show. */
  update(): void {
    const { state, index, words } = this.context;
    const sort = { by: "kind", down: false } as const;
    const hash = formatHash({ ...state, panel: "", find: "", sort, page: 1, singleKeys: "" });
    const link = location.href.replace(/#.*$/s, "") + hash;
    // The messages about copying are removed when there is something else to copy.
    if (link !== this.linkField.value) this.clearCopyMessages();
    this.linkField.value = link;
    const title = `${index.payload.title}, ${periodName(state, words)}`;
    this.iframeField.value = iframeHtml(fileNameOf(location.pathname), hash, title);
  }

  private clearCopyMessages(): void {
    for (const message of this.copyMessages) message.textContent = "";
  }

  private async copy(area: HTMLTextAreaElement, message: HTMLElement): Promise<void> {
    const { copied, byHand } = this.context.words.shareParts;
    this.clearCopyMessages();
    message.textContent = (await copyToClipboard(area)) ? copied : byHand;
  }
}

/** In a local file, a frame or by settings, both methods may be blocked; the text stays selected then. */
async function copyToClipboard(area: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(area.value);
    return true;
  } catch {
    area.focus({ preventScroll: true });
    area.select();
    return document.execCommand("copy");
  }
}

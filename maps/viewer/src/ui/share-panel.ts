/** The "share" panel: a link to the current view and an iframe for other web pages, each with a copy button. */

import type { PageContext } from "../page-context";
import { formatHash } from "../state/url-state";
import { periodName } from "../time/period";
import { button, type Child, el, type Panel, section } from "./dom";

const escapeAttribute = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** The HTML of an iframe that shows a file in the folder of the embedding page. The frame may only run scripts. */
export function iframeHtml(file: string, hash: string, title: string): string {
  // A file name may contain characters that are special in a URL, or a colon that would make its start a scheme.
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
  /** The messages next to the buttons, which report the result of copying. */
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

  /** Update to the current view, without the share panel and without the parts of the state that only panels show. */
  update(): void {
    const { state, index, words } = this.context;
    const sort = { by: "kind", down: false } as const;
    const hash = formatHash({ ...state, panel: "", find: "", sort, page: 1, singleKeys: "" });
    const link = location.href.replace(/#.*$/s, "") + hash;
    // The messages are removed when the link changes, because they are about the previous one.
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

/**
 * Copy the text of `area`. Returns whether it was copied: both methods may be blocked in a local file, in a frame or by
 * settings. The text then stays selected.
 */
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

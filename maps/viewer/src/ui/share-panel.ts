/** Share this view: its link, and an iframe for other web pages, each with a button that copies it. */

import type { PageContext } from "../page-context";
import { formatHash } from "../state/url-state";
import { periodName } from "../time/period";
import { button, type Child, el } from "./dom";
import type { Panel } from "./panel-content";

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
    const field = (name: string, rows: number) =>
      el("textarea", {
        class: "share-text",
        name,
        readonly: true,
        rows,
        "aria-label": name,
        spellcheck: "false",
        dir: "ltr",
      });
    this.title = text.title;
    this.linkField = field(text.link, 6);
    this.iframeField = field(text.frame, 9);
    const copyButton = (label: string, area: HTMLTextAreaElement) => {
      const message = el("p", { class: "copied", role: "status" });
      this.copyMessages.push(message);
      return el("div", { class: "copier" }, [
        button({ class: "plain-button" }, () => void this.copy(area, message), label),
        message,
      ]);
    };
    this.content = [
      el("p", {}, text.intro),
      el("section", {}, [
        el("h3", {}, text.link),
        this.linkField,
        copyButton(text.copyLink, this.linkField),
        location.protocol === "file:" && el("p", { class: "soft" }, text.linkNote),
      ]),
      el("section", {}, [
        el("h3", {}, text.frame),
        this.iframeField,
        copyButton(text.copyFrame, this.iframeField),
        el("p", { class: "soft" }, text.frameNote),
      ]),
    ];
  }

  /** The current view, without the share panel and without what only other panels show. */
  update(): void {
    const { state, index } = this.context;
    const hash = formatHash({
      ...state,
      panel: "",
      find: "",
      sort: { by: "kind", down: false },
      page: 1,
      singleKeys: "",
    });
    const link = location.href.replace(/#.*$/s, "") + hash;
    // The messages about copying are removed when there is something else to copy.
    if (link !== this.linkField.value) this.clearCopyMessages();
    this.linkField.value = link;
    this.iframeField.value = iframeHtml(
      fileNameOf(location.pathname),
      hash,
      `${index.payload.title}, ${periodName(state, this.context.words)}`,
    );
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

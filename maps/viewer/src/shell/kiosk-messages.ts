/**
 * The messages between a kiosk page and the shell around it, by `postMessage`: the page is in a sandboxed frame and
 * shares nothing else with the shell.
 *
 * The page sends `ready` once it can be shown, then `active` at a visitor's first touch and `idle` when everything has
 * been reset; a fresh page is idle. It answers every `ping` with a `pong`. A page that cannot continue sends `error`
 * and is reloaded. `version` is that of its own document (`maps.kiosk.kiosk_config.kiosk_settings`).
 */

/** From the page to the shell. */
export type PageMessage =
  | { type: "ready" | "idle" | "active" | "pong"; version: string }
  | { type: "error"; version: string; message: string }
  /** Store a text overnight, such as the counters; it comes back as `kept`. */
  | { type: "keep"; version: string; text: string }
  /** Save a text as a file, for the staff page: a sandboxed frame may not do so itself. */
  | { type: "save"; version: string; name: string; text: string };

/** From the shell to the page. */
export type ShellMessage =
  /** Sent every few seconds. Its fields are for the staff page; `release` names the folder that is shown. */
  | { type: "ping"; release: string; uptimeS: number; made: number }
  /** The page is on the screen from now on. */
  | { type: "shown" }
  /** The stored text, sent after `ready`; empty if there is none. */
  | { type: "kept"; text: string };

export const MAX_STORED_CHARS = 400_000;
const MAX_MESSAGE_CHARS = 500;
const FILE_NAME_PATTERN = /^[a-z0-9][a-z0-9._-]{0,60}\.(csv|json|txt)$/;

const isText = (value: unknown, maxChars: number): value is string =>
  typeof value === "string" && value.length <= maxChars;

/** Parse a message from a page; `null` if the data is not one. */
export function parsePageMessage(data: unknown): PageMessage | null {
  const { type, version, message, text, name } = (data ?? {}) as Record<string, unknown>;
  if (!isText(version, MAX_MESSAGE_CHARS)) return null;
  if (type === "ready" || type === "idle" || type === "active" || type === "pong") return { type, version };
  if (type === "error") return { type, version, message: String(message).slice(0, MAX_MESSAGE_CHARS) };
  if (!isText(text, MAX_STORED_CHARS)) return null;
  if (type === "keep") return { type, version, text };
  if (type !== "save" || !isText(name, MAX_MESSAGE_CHARS) || !FILE_NAME_PATTERN.test(name)) return null;
  return { type, version, name, text };
}

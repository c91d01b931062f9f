/** Entry point of shell.html: checks every few seconds which release is current, and lets the supervisor show it. */

import type { ShellTimings } from "./data/payload-schema";
import { parseReleaseList } from "./shell/release-selection";
import { ReleaseSupervisor } from "./shell/release-supervisor";

/** The kiosk's watchdog looks for this line in the browser's log (`maps/kiosk/debian`). */
const ALIVE_LOG_LINE = "liaison-kiosk: alive";
/** It also looks for these, so that nothing stops the browser while it is in use. Repeated with each alive line. */
const IN_USE_LOG_LINE = "liaison-kiosk: in use",
  IDLE_LOG_LINE = "liaison-kiosk: free";
const HEARTBEAT_MS = 30_000;
/** If there are releases but none is on the screen for this long, restarting the browser may help. */
const NO_RELEASE_TIMEOUT_MS = 600_000;

declare global {
  interface Window {
    liaisonRelease: (message: unknown) => void;
  }
}

function start(): void {
  const times = JSON.parse(document.getElementById("pace")?.textContent ?? "") as Required<ShellTimings>;
  const supervisor = new ReleaseSupervisor(times, performance.now());
  let requestCount = 0;
  let lastShownMs = performance.now();
  let lastAliveMs = -Infinity;
  let requestedMs = -Infinity;
  let usage = IDLE_LOG_LINE;

  window.liaisonRelease = (message) => {
    supervisor.releases = parseReleaseList(message) ?? supervisor.releases;
  };
  /** Load a classic script: on `file://` nothing else can be reread. If it is missing, nothing changes. */
  const requestVersion = (): void => {
    const script = document.createElement("script");
    script.src = `current/version.js?${(requestCount += 1)}`;
    script.onload = script.onerror = () => script.remove();
    document.head.append(script);
  };
  setInterval(() => {
    const now = performance.now();
    if (now - requestedMs >= times.poll_ms) {
      requestedMs = now;
      requestVersion();
    }
    supervisor.tick(now);
    if (supervisor.shown || !supervisor.releases) lastShownMs = now;
    document.documentElement.dataset.release = supervisor.shown?.release ?? "";
    const isDue = now - lastAliveMs >= HEARTBEAT_MS && now - lastShownMs < NO_RELEASE_TIMEOUT_MS;
    const currentUsage = supervisor.shown?.isInUse ? IN_USE_LOG_LINE : IDLE_LOG_LINE;
    if (isDue) {
      lastAliveMs = now;
      console.info(ALIVE_LOG_LINE);
    }
    if (isDue || currentUsage !== usage) console.info((usage = currentUsage));
  }, times.tick_ms);
  for (const type of ["contextmenu", "dragstart", "selectstart"])
    document.addEventListener(type, (event) => event.preventDefault());
}

start();

/** Entry of shell.html: asks every few seconds which release is current, and lets a keeper show it. */

import { parseReleaseList } from "./shell/release-selection";
import { ReleaseSupervisor, type SupervisorTimes } from "./shell/release-supervisor";

/** The kiosk's watchdog listens for this line in the browser's log (`maps/kiosk/debian`). */
const ALIVE_LOG_LINE = "liaison-kiosk: alive";
/** And for these, so that nothing stops the browser under a visitor's hands. Said again with each sign of life. */
const IN_USE_LOG_LINE = "liaison-kiosk: in use",
  IDLE_LOG_LINE = "liaison-kiosk: free";
const HEARTBEAT_MS = 30_000;
/** With releases there but none of them on the screen for so long, starting the browser anew may help. */
const NO_RELEASE_TIMEOUT_MS = 600_000;

declare global {
  interface Window {
    liaisonRelease: (told: unknown) => void;
  }
}

function start(): void {
  const pace = JSON.parse(document.getElementById("pace")?.textContent ?? "") as SupervisorTimes;
  const keeper = new ReleaseSupervisor(pace, performance.now());
  let asked = 0;
  let seenMs = performance.now();
  let aliveMs = -Infinity;
  let askMs = -Infinity;
  let use = IDLE_LOG_LINE;

  window.liaisonRelease = (told) => {
    keeper.releases = parseReleaseList(told) ?? keeper.releases;
  };
  /** A classic script: on `file://` nothing else can be read anew. A missing one leaves everything as it is. */
  const ask = (): void => {
    const script = document.createElement("script");
    script.src = `current/version.js?${(asked += 1)}`;
    script.onload = script.onerror = () => script.remove();
    document.head.append(script);
  };
  setInterval(() => {
    const now = performance.now();
    if (now - askMs >= pace.poll_ms) {
      askMs = now;
      ask();
    }
    keeper.tick(now);
    if (keeper.shown || !keeper.releases) seenMs = now;
    document.documentElement.dataset.release = keeper.shown?.release ?? "";
    const isDue = now - aliveMs >= HEARTBEAT_MS && now - seenMs < NO_RELEASE_TIMEOUT_MS;
    const found = keeper.isInUse ? IN_USE_LOG_LINE : IDLE_LOG_LINE;
    if (isDue) {
      aliveMs = now;
      console.info(ALIVE_LOG_LINE);
    }
    if (isDue || found !== use) console.info((use = found));
  }, pace.tick_ms);
  for (const type of ["contextmenu", "dragstart", "selectstart"])
    document.addEventListener(type, (event) => event.preventDefault());
}

start();

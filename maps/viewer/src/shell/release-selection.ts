/** Which release to load next: the current one, else the one before; one that failed waits, longer each time. */

export interface ReleaseList {
  version: string;
  former: readonly string[];
}

const MAX_WAIT_MS = 3_600_000;
const RELEASE_NAME_PATTERN = /^[0-9a-f]{16}$/;

/** The content of `current/version.js`; `null` if it cannot be trusted as the name of a folder. */
export function parseReleaseList(data: unknown): ReleaseList | null {
  const { version, former } = (data ?? {}) as Record<string, unknown>;
  const isReleaseName = (value: unknown): value is string =>
    typeof value === "string" && RELEASE_NAME_PATTERN.test(value);
  if (!isReleaseName(version) || !Array.isArray(former)) return null;
  return { version, former: former.filter(isReleaseName).slice(0, 2) };
}

export class ReleaseSelector {
  private readonly failures = new Map<string, { count: number; until: number }>();

  /** A release did not load, or failed: it waits for `waitMs`, doubled with each failure. */
  recordFailure(release: string, now: number, waitMs: number): void {
    const count = (this.failures.get(release)?.count ?? 0) + 1;
    this.failures.set(release, { count, until: now + Math.min(MAX_WAIT_MS, waitMs * 2 ** (count - 1)) });
  }

  /** A release is stable: its earlier failures are forgotten. */
  clearFailures(release: string): void {
    this.failures.delete(release);
  }

  /** The release to load now, better than the one that is shown; `null` if there is none. */
  nextRelease(releases: ReleaseList, shown: string | null, now: number): string | null {
    const candidates = [releases.version, ...releases.former];
    for (const release of this.failures.keys()) if (!candidates.includes(release)) this.failures.delete(release);
    for (const release of candidates) {
      if (release === shown) return null;
      if ((this.failures.get(release)?.until ?? -1) <= now) return release;
    }
    return null;
  }
}

/** Selects the release to load next: the current one, else an earlier one. One that failed waits, longer each time. */

export interface ReleaseList {
  version: string;
  former: readonly string[];
}

const MAX_WAIT_MS = 3_600_000;
const RELEASE_NAME_PATTERN = /^[0-9a-f]{16}$/;

/** Parse the content of `current/version.js`; `null` if it cannot be trusted as the name of a folder. */
export function parseReleaseList(data: unknown): ReleaseList | null {
  const { version, former } = (data ?? {}) as Record<string, unknown>;
  const isReleaseName = (value: unknown): value is string =>
    typeof value === "string" && RELEASE_NAME_PATTERN.test(value);
  if (!isReleaseName(version) || !Array.isArray(former)) return null;
  return { version, former: former.filter(isReleaseName).slice(0, 2) };
}

export class ReleaseSelector {
  private readonly failures = new Map<string, { count: number; until: number }>();

  /** Record that a release did not load, or failed. It waits for `waitMs`, doubled with each failure. */
  recordFailure(release: string, now: number, waitMs: number): void {
    const count = (this.failures.get(release)?.count ?? 0) + 1;
    this.failures.set(release, { count, until: now + Math.min(MAX_WAIT_MS, waitMs * 2 ** (count - 1)) });
  }

  /** Forget the failures of a release that is stable. */
  clearFailures(release: string): void {
    this.failures.delete(release);
  }

  /** The release to load now, if it is better than the one that is shown; else `null`. */
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

// How long a server of the OpenAI chat API wants to be left alone, by its headers or by its words.

/**
 * Seconds to wait by Retry-After (seconds or a date), by x-ratelimit-reset-*, or by "try again in 7m12s" in what it says; undefined where
 * none is readable.
 */
export function waitSeconds(headers: Headers, said: string, now: Date): number | undefined {
  const after = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(after)) return Number(after);
  const date = Date.parse(after);
  if (!Number.isNaN(date)) return Math.max(0, (date - now.getTime()) / 1000);
  const resets = ['x-ratelimit-reset-requests', 'x-ratelimit-reset-tokens', 'x-ratelimit-reset']
    .map((name) => resetSeconds(headers.get(name) ?? '', now))
    .flatMap((seconds) => seconds ?? []);
  if (resets.length > 0) return Math.max(...resets);
  return resetSeconds(/\b(?:try again|retry) in (?<span>[\d.hms]+?)\.?(?:\s|$)/i.exec(said)?.groups?.['span'] ?? '', now);
}

const unitSeconds: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1, ms: 0.001 };

/** "6m0s" and "20ms" are spans; a great number is a moment, in seconds or milliseconds since 1970; a small one is seconds. */
function resetSeconds(said: string, now: Date): number | undefined {
  if (/^\d+(\.\d+)?$/.test(said)) {
    const number = Number(said);
    const momentMs = number > 1e11 ? number : number > 1e8 ? number * 1000 : undefined;
    return momentMs === undefined ? number : Math.max(0, (momentMs - now.getTime()) / 1000);
  }
  if (!/^(\d+(\.\d+)?(ms|h|m|s))+$/.test(said)) return undefined;
  return [...said.matchAll(/([\d.]+)(ms|h|m|s)/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (unitSeconds[unit ?? ''] ?? 0),
    0,
  );
}

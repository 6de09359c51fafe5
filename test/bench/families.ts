// What putting titles into families costs: so many in claims of fifty, as a worker's matcher holds them, one title against 100,000 open ones, and
// whole runs of the script by one worker and by two.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { groupTitles, makeMatcher } from '../../lib/matching/group.js';
import { makeTitles } from './families-titles.js';

const claim = 50;
const open = 100_000;
const probes = 200;

/** Seconds for 5, 10, 20 and 40 thousand titles. */
export async function benchFamilies(): Promise<Record<string, number>> {
  const seconds = [5_000, 10_000, 20_000, 40_000].map(placed);
  const [n5k = 0, n10k = 0, n20k = 0, n40k = 0] = seconds;
  const large = JSON.parse(spawnSync(process.execPath, [fileURLToPath(import.meta.url), 'open'], { encoding: 'utf8' }).stdout);
  return { n5k, n10k, n20k, n40k, growth: round(n40k / n20k), ...large };
}

function placed(count: number): number {
  const titles = makeTitles(count);
  const matcher = makeMatcher();
  const startedAt = performance.now();
  for (let from = 0; from < count; from += claim) groupTitles(matcher, titles.slice(from, from + claim));
  return round((performance.now() - startedAt) / 1000);
}

/** In a process of its own, whose memory is that of 100,000 open titles: milliseconds for one title more, and MiB at most. */
function againstOpen(): void {
  const titles = makeTitles(open + probes);
  const [old, fresh] = [titles.slice(0, open), titles.slice(open)];
  const families = new Map<string, typeof old>();
  old.forEach((title) => {
    const key = title.titleHash.slice(0, -1);
    families.set(key, [...(families.get(key) ?? []), title]);
  });
  const matcher = makeMatcher();
  matcher.open([...families].map(([efId, members]) => ({ efId, titleSet: efId, members })));
  groupTitles(matcher, fresh.slice(0, probes / 2));
  const times = fresh.slice(probes / 2).map((title) => {
    const startedAt = performance.now();
    groupTitles(matcher, [title]);
    return performance.now() - startedAt;
  });
  const middle = times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  console.log(JSON.stringify({ againstOpen100kMs: round(middle), peakMiB100k: Math.round(process.resourceUsage().maxRSS / 1024) }));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

if (process.argv[2] === 'open') againstOpen();

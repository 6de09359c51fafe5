// A process of its own that fetches many addresses at once and tells what it took: for tests that measure memory, which a test's own
// process would blur. Arguments: a JSON list of addresses. Prints one line of JSON: { kinds, peakMiB }.
import { fetchLimits, makeFetcher } from '../../../lib/feeds/fetch/fetcher.js';

const urls = JSON.parse(process.argv[2] ?? '[]') as string[];
const fetcher = makeFetcher({ ...fetchLimits, hostSpacingSeconds: 0 });
const { signal } = new AbortController();
const kinds: Record<string, number> = {};
await Promise.all(
  urls.map(async (url) => {
    const fetched = await fetcher.fetch(url, { known: { etag: null, lastModified: null, sha256: null, url }, allowPrivate: true, signal });
    const kind = fetched.kind === 'failed' ? fetched.problem.kind : fetched.kind;
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  }),
);
await fetcher.close();
console.log(JSON.stringify({ kinds, peakMiB: Math.round(process.resourceUsage().maxRSS / 1024) }));

// Titles for tests of grouping and describing, with what the gate would have found in them.
import type { NewsTitle } from '../../../phases/generate/features.js';

let last = 0;

/** A title of its own id. `at` is hours after 1 March 2026 00:00 UTC; `gate` is "ACTOR ACTOR | mechanism mechanism". */
export function title(text: string, gate = '|', more: { lang?: string; at?: number; publisher?: string; id?: string } = {}): NewsTitle {
  last += 1;
  const [actors = '', mechanisms = ''] = gate.split('|').map((part) => part.trim());
  const id = more.id ?? String(last);
  return {
    titleId: id,
    titleHash: `hash-${id}`,
    text,
    lang: more.lang ?? 'en',
    publisher: more.publisher ?? `Outlet ${id}`,
    at: new Date(Date.UTC(2026, 2, 1) + (more.at ?? 0) * 3_600_000),
    actors: actors === '' ? [] : actors.split(' '),
    mechanisms: mechanisms === '' ? [] : mechanisms.split(' '),
    tier: 1,
  };
}

/** Unrelated strategic news, so that a window looks like one: as many titles as asked for, no two of one event. */
export function otherNews(count: number): NewsTitle[] {
  const subjects = ['Peru', 'Chad', 'Nepal', 'Fiji', 'Oman', 'Latvia', 'Bolivia', 'Gabon', 'Malta', 'Laos', 'Ghana', 'Tonga'];
  const acts = [
    'signs fishing accord',
    'votes on pension bill',
    'opens rail tunnel',
    'recalls envoy',
    'raises fuel levy',
    'buys patrol boats',
    'ends curfew',
  ];
  return Array.from({ length: count }, (_, index) => {
    const subject = subjects[index % subjects.length] ?? '';
    return title(`${subject} ${acts[index % acts.length]} number${index} zz${index * 7}q`, `${subject.toUpperCase()} | policy`, {
      at: index % 24,
    });
  });
}

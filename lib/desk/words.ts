// Numbers, times and lists in the words a person reads.

/** `1 title`, `1,930 titles`, `2 families`. The plural is regular unless given. */
export function counted(count: number, one: string, many: string = plural(one)): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

function plural(one: string): string {
  return /[^aeiou]y$/.test(one) ? `${one.slice(0, -1)}ies` : `${one}s`;
}

/** By time zone: to make one takes a hundred times as long as to use it. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/** `2026-03-10 14:05` in the operator's time zone. */
export function moment(at: Date, timeZone: string): string {
  let clock = clocks.get(timeZone);
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
    clocks.set(timeZone, clock);
  }
  return clock.format(at);
}

/** The longest unit that fits: `just now`, `40 s ago`, `5 min ago`, `3 h ago`, `2 d ago`. */
export function ago(at: Date, now: Date): string {
  const seconds = Math.max(0, Math.round((now.getTime() - at.getTime()) / 1000));
  return seconds < 2 ? 'just now' : `${spanOf(seconds)} ago`;
}

/** `40 s`, `5 min`, `3 h`, `2 d`: rounded to one unit. */
export function spanOf(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 90 * 60) return `${Math.round(seconds / 60)} min`;
  if (seconds < 36 * 3600) return `${Math.round(seconds / 3600)} h`;
  return `${Math.round(seconds / 86_400)} d`;
}

/** `A`, `A and B`, `A, B and C`; empty for none. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** Made when a country is first named, for ICU's names cost a start more than all words here. */
let regions: Intl.DisplayNames | undefined;

/** A country by its ISO 3166 code, in English; what is no code of one as it is. */
export function countryName(code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  regions ??= new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });
  return regions.of(code) ?? code;
}

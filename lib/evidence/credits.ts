// Which titles each part of a sentence must stand on: those of the outlet it names, of every outlet it counts, else those it cites.
import { mentionsOf, replaceMentions } from './mentions.js';
import type { Told } from './told.js';

/** Words for the coverage as a whole. */
export const coverageWords = /\b(?:headlines?|outlets?|titles?|coverage|newspapers?|publishers?|media)\b/i;

/** A title with who wrote it; `outlets` are the names it may be called by, none where nobody is known. */
export interface CreditedTitle {
  id: string;
  told: Told;
  outlets: readonly string[];
}

/** A part of a sentence; what belongs to other parts is blanked. Each list of titles must hold it by itself. */
interface Part {
  text: string;
  /** Where its clauses stand in the sentence. */
  spans: readonly { start: number; end: number }[];
  each: readonly (readonly CreditedTitle[])[];
}

/** The parts of a sentence, or why its credits cannot be right. `own` is read from the sentence without quotations. */
export function creditsOf(own: Told, cited: readonly CreditedTitle[], outlets: readonly string[]): Part[] | string {
  const named = namedIn(own.text, outlets);
  if (named.length === 0) return wholeOf(own.text, own, cited);
  const spans = own.clauses.map(({ from, to }, index) => {
    const start = index === 0 ? 0 : startOf(own, from);
    const next = own.clauses[index + 1];
    return {
      start,
      end: next ? startOf(own, next.from) : own.text.length,
      names: namesWithin(named, own.words[from]?.start ?? 0, own.words[to - 1]?.end ?? 0),
    };
  });
  for (const [index, span] of spans.entries()) {
    const next = spans[index + 1];
    const others = span.names.reduce((left, name) => replaceMentions(left, name, ''), own.text.slice(span.start, span.end));
    if (
      next &&
      span.names.length > 0 &&
      next.names.length > 0 &&
      !/[\p{L}()]|\s{4}/u.test(others.replace(/\b(?:and|the|headlines?|of|both|also|only)\b/giu, ''))
    )
      next.names = [...new Set([...span.names, ...next.names])];
  }
  const credited = spans.map(
    ({ names }, index) =>
      (names.length > 0
        ? names
        : (spans.slice(0, index).findLast(({ names }) => names.length > 0) ?? spans.find(({ names }) => names.length > 0))?.names) ?? [],
  );
  const groups = [...new Set(credited.map((names) => names.join('\n')))];
  const parts: Part[] = [];
  for (const group of groups) {
    const names = group.split('\n').filter((name) => name !== '');
    const text = spans.reduce(
      (left, { start, end }, index) => (credited[index]?.join('\n') === group ? left : blank(left, start, end)),
      own.text,
    );
    const each = names.map((name) => cited.filter(({ outlets }) => outlets.includes(name)));
    const without = names.find((_, index) => each[index]?.length === 0);
    if (without) return `credits ${without} and cites none of its titles`;
    const mine = spans.filter((_, index) => credited[index]?.join('\n') === group);
    parts.push({ text: names.reduce((left, name) => replaceMentions(left, name, ' '.repeat(name.length)), text), spans: mine, each });
  }
  return parts;
}

/**
 * Where a clause begins: behind the sign that parts it from the one before, for a quotation may stand before its first word. One behind a
 * colon belongs to whom it follows ("Post writes: “...”"), unless its outlet is named behind it in brackets.
 */
function startOf({ text, words }: Told, from: number): number {
  const [before, first] = [words[from - 1]?.end ?? 0, words[from]?.start ?? text.length];
  const between = text.slice(before, first);
  const stop = /[.!?](?!.*[.!?])/su.exec(between);
  const sign = stop ?? /[,;:–—]/u.exec(between);
  if (!sign || (sign[0] === ':' && !between.endsWith('('))) return first;
  return before + sign.index + 1;
}

interface Named {
  name: string;
  start: number;
}

/** The longest names first: "Harbour Post Online" is not "Harbour Post". */
function namedIn(text: string, outlets: readonly string[]): Named[] {
  const found: (Named & { end: number })[] = [];
  for (const name of [...new Set(outlets)].sort((a, b) => b.length - a.length)) {
    for (const index of mentionsOf(text, name))
      if (!found.some(({ start, end }) => index < end && start < index + name.length))
        found.push({ name, start: index, end: index + name.length });
  }
  return found.sort((a, b) => a.start - b.start);
}

function namesWithin(named: readonly Named[], start: number, end: number): string[] {
  return [...new Set(named.filter((one) => one.start >= start && one.start < end).map(({ name }) => name))];
}

function blank(text: string, start: number, end: number): string {
  return text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
}

const counts: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  both: 2,
};
const ofRecord =
  /\b(all|both|every|each|most|(?:\d+|two|three|four|five|six|seven|eight|nine|ten))\b(?:\s+(?:of\s+)?(?:the\s+)?(?:\p{L}+\s+)?)(?:outlets?|headlines?|titles?|newspapers?|publishers?|sources?)\b/iu;

/** A sentence that counts outlets stands on that many of them, "all" on every one; else it stands on its titles together. */
function wholeOf(text: string, own: Told, cited: readonly CreditedTitle[]): Part[] | string {
  const found = ofRecord.exec(own.text);
  const word = found?.[1]?.toLowerCase() ?? '';
  const spans = [{ start: 0, end: text.length }];
  if (!found || cited.length < 2) return [{ text, spans, each: [cited] }];
  const byOutlet = new Map<string, CreditedTitle[]>();
  for (const title of cited) {
    const key = title.outlets[0] ?? title.id;
    byOutlet.set(key, [...(byOutlet.get(key) ?? []), title]);
  }
  const wanted = /^(?:all|every|each)$/.test(word)
    ? byOutlet.size
    : word === 'most'
      ? Math.floor(byOutlet.size / 2) + 1
      : (counts[word] ?? Number(word));
  if (!/outlet|newspaper|publisher/i.test(found[0]))
    return [{ text, spans, each: wanted >= cited.length ? cited.map((title) => [title]) : [cited] }];
  if (wanted > byOutlet.size) return `counts ${found[0]}, but only ${byOutlet.size} are cited`;
  return [{ text, spans, each: wanted >= byOutlet.size ? [...byOutlet.values()] : [cited] }];
}

// The acts of a headline: its clauses read one by one, those that tell it found, and only what is certain kept.
import { type Clause, clausesOf } from './clauses.js';
import { forceful, mutual } from './actions.js';
import type { Entry } from './lexicon-file.js';
import { readPhrase } from './phrases.js';
import type { Act } from './reading.js';
import { isPredicate, rolesOf } from './roles.js';
import { type Draft, type Party, scanClause } from './scan.js';
import type { Word } from './words.js';

/** Acts that one blames the other for, when he tells of them. */
const blamed = new Set(['attack', 'cyber', 'seize_or_occupy', 'mobilise_or_drill', 'coerce']);

/** All acts that are certain, in order of their words; empty for none. */
export function actsOf(words: readonly Word[]): Act[] {
  const roles = rolesOf(words);
  const clauses = clausesOf(words, roles);
  const tellers = tellersOf(words, roles, clauses);
  const acts = clauses.flatMap((clause, i) => {
    const { speaker, silent } = tellers[i] as Teller;
    if (silent) return [];
    const drafts = scanClause(words, roles, clause, speaker);
    return drafts.flatMap((draft) => told(draft));
  });
  return once(withBlame(acts));
}

interface Teller {
  /** Who tells the clause; null for the outlet. */
  speaker: string | null;
  /** It only names who tells another. */
  silent: boolean;
}

/** Who tells each clause: the one before a colon, or the one in "says X" behind it. */
function tellersOf(words: readonly Word[], roles: readonly (Entry | null)[], clauses: readonly Clause[]): Teller[] {
  const tellers: Teller[] = clauses.map(() => ({ speaker: null, silent: false }));
  clauses.forEach((clause, i) => {
    const named = speakerIn(words, roles, clause, clause.mark === ':');
    if (named === undefined) return;
    const teller = tellers[i] as Teller;
    teller.silent = true;
    if (clause.mark === ':') for (let next = i + 1; next < clauses.length; next++) set(tellers[next], named);
    else for (let before = i - 1; before >= 0 && clauses[before]?.mark !== ';'; before--) set(tellers[before], named);
  });
  return tellers;

  function set(teller: Teller | undefined, speaker: string | null): void {
    if (teller && teller.speaker === null) teller.speaker = speaker ?? '';
  }
}

/** The one whom a clause names as telling: "Kremlin" before a colon, "says Tallinn", "Seoul says"; undefined for a clause of its own. */
function speakerIn(words: readonly Word[], roles: readonly (Entry | null)[], { from, to }: Clause, alone: boolean): string | null | undefined {
  const says = roles.slice(from, to).findIndex((role) => role?.class === 'say');
  if (roles.slice(from, to).some((role) => isPredicate(role) && role.class !== 'say')) return undefined;
  if (says < 0 && !alone) return undefined;
  const at = from + says;
  const phrase = says === 0 ? readPhrase(words, roles, at + 1, to) : readPhrase(words, roles, from, says < 0 ? to : at);
  if (!phrase) return undefined;
  const whole = says < 0 ? phrase.from === from && phrase.to === to : says === 0 || (phrase.from === from && at === to - 1);
  if (!whole || phrase.act) return undefined;
  return phrase.head === 'actor' && phrase.actors.length === 1 ? (phrase.actors[0] ?? null) : says < 0 ? undefined : null;
}

/** A draft as acts; none where it is not certain who did it to whom, or nothing would be said. */
function told(draft: Draft): Act[] {
  if (draft.dropped || draft.source === undefined || draft.target === undefined) return [];
  const { action, mode, start, end } = draft;
  const saidBy = draft.saidBy === '' ? null : draft.saidBy;
  let sources: Party = draft.source;
  let target = (draft.target ?? []).filter((id) => !sources?.includes(id) || action === 'protest' || action === 'legislate_or_rule')[0] ?? null;
  if (target === null && forceful.has(action) && draft.place !== null && !sources?.includes(draft.place)) target = draft.place;
  if (sources === null && target === null) return [];
  if (draft.noun && sources === null && !forceful.has(action)) return [];
  const act = (source: string | null, upon: string | null): Act => ({ source, action, target: upon, mode, saidBy, start, end });
  if (sources && sources.length === 2 && mutual.has(action) && target === null) {
    const [one = null, other = null] = sources;
    return [act(one, other), act(other, one)];
  }
  sources ??= [];
  return sources.length === 0 ? [act(null, target)] : sources.slice(0, 3).map((source) => act(source, target));
}

/** Who tells of another's blow against himself blames him. */
function withBlame(acts: readonly Act[]): Act[] {
  return acts.flatMap((act) => {
    const { saidBy, source, target, mode } = act;
    const blames = saidBy !== null && source !== null && mode === 'claimed' && source !== saidBy && target === saidBy && blamed.has(act.action);
    return blames ? [{ ...act, source: saidBy, action: 'accuse' as const, target: source, mode: 'done' as const, saidBy: null }, act] : [act];
  });
}

/** Each act once, the surest of those that differ in the mode or in a party left open. */
function once(acts: readonly Act[]): Act[] {
  return acts.filter((act, i) =>
    acts.every(
      (other, at) =>
        at === i ||
        other.action !== act.action ||
        !(covers(other, act) && (!covers(act, other) || at < i)),
    ),
  );
}

function covers(one: Act, other: Act): boolean {
  return (other.source === null || one.source === other.source) && (other.target === null || one.target === other.target);
}

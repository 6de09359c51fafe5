// Takes a vocabulary, leaves the gate: a function from a title to its whole record - decision, tier, score, hits, arithmetic.
// Guards nothing but purity: no database, no model, no clock; the same title and vocabulary always give the same record.
import { makeMatcher } from '../../lib/vocabulary/matcher.js';
import { readingsIn, readMatch } from '../../lib/vocabulary/readings.js';
import type { Sort, Term } from '../../lib/vocabulary/vocabulary-file.js';
import type { Vocabulary } from '../../lib/vocabulary.js';
import { readNumbers } from './patterns.js';
import { type Entry, type Evidence, makeScore } from './score.js';

/**
 * A vocabulary term found in a title. `start` and `end` are UTF-16 units of the title as given; `term` as the vocabulary writes it.
 * `reading` and `beside` only where a word of the title decided which of two meanings it has.
 */
export type Hit = { id: string; term: string; start: number; end: number; reading?: string; beside?: string };

/** Why a title was kept or dropped. `tier` is null for a drop; hits are in order of appearance; `score` is the sum of `arithmetic`. */
export interface GateRecord {
  decision: 'gate_keep' | 'gate_drop';
  tier: 1 | 2 | 3 | null;
  score: number;
  actors: Hit[];
  mechanisms: Hit[];
  contexts: Hit[];
  arithmetic: Entry[];
  /** Why it has its tier, in a few words: what is done in it, or that nothing of the kind was read. Of a title that was read. */
  because?: string;
}

/** Decides about one title. `lang` is a language code ("en", "zh-CN") or '' if unknown; `section` as `sectionOf` reads it, or ''. */
export type Gate = (title: string, lang: string, section?: string) => GateRecord;

/** Builds the gate for a vocabulary: some tens of milliseconds once, then about ten microseconds a title. */
export function makeGate(vocabulary: Vocabulary): Gate {
  const match = makeMatcher(vocabulary.terms, vocabulary.cues);
  const scoreOf = makeScore(vocabulary.weights);
  return function gate(title, lang, section = '') {
    const hits: Record<Sort, Hit[]> = { actors: [], mechanisms: [], contexts: [] };
    const evidence: Record<Sort, Noted[]> = { actors: [], mechanisms: [], contexts: [] };
    const { matches, aside } = match(title, lang);
    const readings = readingsIn(aside);
    for (const found of matches) {
      const { term, start, end } = found;
      const decided = readings.length === 0 ? undefined : readMatch(title, found, matches, readings);
      if (decided !== undefined) {
        const { id: reading, becomes: id, sort } = decided.reading;
        hits[sort].push({ id, term: term.written, start, end, reading, beside: decided.beside });
        note(evidence[sort], { id, sort, weak: false, term });
        continue;
      }
      for (const id of term.ids) {
        hits[term.sort].push({ id, term: term.written, start, end });
        note(evidence[term.sort], { id, sort: term.sort, weak: term.weak, term });
      }
    }
    const numbers = readNumbers(title);
    const casualties = numbers.find(({ sense }) => sense === 'casualties');
    if (casualties !== undefined) {
      const { start, end } = casualties;
      const named = evidence.mechanisms.find(({ id }) => id === 'casualties');
      if (named !== undefined) named.weak = false;
      else {
        evidence.mechanisms.push({ id: 'casualties', weak: false });
        hits.mechanisms.push({ id: 'casualties', term: '(count of casualties)', start, end });
        hits.mechanisms.sort((a, b) => a.start - b.start);
      }
    }
    const speaking = {
      actors: evidence.actors.map(({ id, weak }) => ({ id, weak, kind: vocabulary.actors.get(id)?.kind ?? 'state' })),
      mechanisms: evidence.mechanisms.map(({ id, weak }) => ({ id, weak, tier: vocabulary.mechanisms.get(id)?.tier ?? 2 })),
      contexts: evidence.contexts,
      numbers,
      section: section.toLowerCase(),
    };
    const { decision, tier, score, arithmetic } = scoreOf(speaking);
    return { decision, tier, score, arithmetic, actors: hits.actors, mechanisms: hits.mechanisms, contexts: hits.contexts };
  };
}

interface Noted extends Evidence {
  /** The first term that spoke for it; none for what a number says. */
  first?: Term;
}

/** An id is weak if all its terms in the title are; of a context, two different ambiguous terms confirm each other. */
function note(evidence: Noted[], { id, sort, weak, term }: { id: string; sort: Sort; weak: boolean; term: Term }): void {
  const known = evidence.find((noted) => noted.id === id);
  if (known === undefined) evidence.push({ id, weak, first: term });
  else if (!weak || (sort === 'contexts' && term !== known.first)) known.weak = false;
}

// Takes a vocabulary, leaves the gate: a function from a title to its whole record - decision, tier, score, hits, arithmetic.
// Guards nothing but purity: no database, no model, no clock; the same title and vocabulary always give the same record.
import { makeMatcher } from './matcher.js';
import { readNumbers } from './patterns.js';
import { type Entry, type Evidence, scoreTitle } from './score.js';
import type { Vocabulary } from './vocabulary.js';
import type { Sort, Term } from './vocabulary-file.js';

/** A vocabulary term found in a title. `start` and `end` are UTF-16 units of the title as given; `term` as the vocabulary writes it. */
export interface Hit {
  id: string;
  term: string;
  start: number;
  end: number;
}

/** Why a title was kept or dropped. `tier` is null for a drop; hits are in order of appearance; `score` is the sum of `arithmetic`. */
export interface GateRecord {
  decision: 'gate_keep' | 'gate_drop';
  tier: 1 | 2 | 3 | null;
  score: number;
  actors: Hit[];
  mechanisms: Hit[];
  contexts: Hit[];
  arithmetic: Entry[];
}

/** Decides about one title. `lang` is a language code ("en", "zh-CN") or '' if unknown; `section` the publisher's section if known. */
export type Gate = (title: string, lang: string, section?: string) => GateRecord;

/** Builds the gate for a vocabulary: some tens of milliseconds once, then about ten microseconds a title. */
export function makeGate(vocabulary: Vocabulary): Gate {
  const match = makeMatcher(vocabulary.terms);
  return function gate(title, lang, section = '') {
    const hits: Record<Sort, Hit[]> = { actors: [], mechanisms: [], contexts: [] };
    const evidence: Record<Sort, Map<string, Evidence & { first?: Term }>> = {
      actors: new Map(),
      mechanisms: new Map(),
      contexts: new Map(),
    };
    for (const { term, start, end } of match(title, lang)) {
      for (const id of term.ids) {
        hits[term.sort].push({ id, term: term.written, start, end });
        note(evidence[term.sort], id, term);
      }
    }
    const numbers = readNumbers(title);
    const casualties = numbers.find(({ sense }) => sense === 'casualties');
    if (casualties !== undefined) {
      const { start, end } = casualties;
      if (!evidence.mechanisms.has('casualties')) hits.mechanisms.push({ id: 'casualties', term: '(count of casualties)', start, end });
      hits.mechanisms.sort((a, b) => a.start - b.start);
      evidence.mechanisms.set('casualties', { id: 'casualties', weak: false });
    }
    const verdict = scoreTitle(
      {
        actors: [...evidence.actors.values()].map((item) => ({ ...item, kind: vocabulary.actors.get(item.id)?.kind ?? 'state' })),
        mechanisms: [...evidence.mechanisms.values()].map((item) => ({ ...item, tier: vocabulary.mechanisms.get(item.id)?.tier ?? 2 })),
        contexts: [...evidence.contexts.values()],
        numbers,
        section: section.toLowerCase(),
      },
      vocabulary.weights,
    );
    return { ...verdict, ...hits };
  };
}

/** An id is weak if all its terms in the title are; of a context, two different ambiguous terms confirm each other. */
function note(evidence: Map<string, Evidence & { first?: Term }>, id: string, term: Term): void {
  const known = evidence.get(id);
  if (known === undefined) evidence.set(id, { id, weak: term.weak, first: term });
  else if (!term.weak || (term.sort === 'contexts' && term !== known.first)) known.weak = false;
}

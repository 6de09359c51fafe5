// The gate: from a title to its whole record of decision, tier, score, hits and arithmetic. It asks no database, no model and no clock:
// the same title and vocabulary always give the same record.
import { makeTermMatcher } from '../../lib/vocabulary/matcher.js';
import { readingsIn, readMatch } from '../../lib/vocabulary/readings.js';
import type { VocabularySort, VocabularyTerm } from '../../lib/vocabulary/vocabulary-file.js';
import type { Vocabulary } from '../../lib/vocabulary.js';
import { readNumbers } from './patterns.js';
import { makeScore, type ScoredTerm, type ScoreLine } from './score.js';

/**
 * A vocabulary term found in a title. `start` and `end` are UTF-16 units of the title as given; `term` as the vocabulary writes it.
 * `reading` and `beside` only where a word of the title decided which of two meanings it has.
 */
export type GateHit = { id: string; term: string; start: number; end: number; reading?: string; beside?: string };

/** Why a title was kept or dropped. `tier` is null for a drop; hits are in order of appearance; `score` is the sum of `arithmetic`. */
export interface GateRecord {
  decision: 'gate_keep' | 'gate_drop';
  tier: 1 | 2 | 3 | null;
  score: number;
  actors: GateHit[];
  mechanisms: GateHit[];
  contexts: GateHit[];
  arithmetic: ScoreLine[];
  /** Why it has its tier, in a few words: what is done in it, or that nothing of the kind was read. Of a title that was read. */
  because?: string;
}

/** Decides about one title. `lang` is a language code ("en", "zh-CN") or '' if unknown; `section` as `sectionOf` reads it, or ''. */
export type Gate = (title: string, lang: string, section?: string) => GateRecord;

/** Builds the gate for a vocabulary: some tens of milliseconds once, then about ten microseconds a title. */
export function makeGate(vocabulary: Vocabulary): Gate {
  const match = makeTermMatcher(vocabulary.terms, vocabulary.cues);
  const scoreOf = makeScore(vocabulary.weights);
  return function gate(title, lang, section = '') {
    const hits: Record<VocabularySort, GateHit[]> = { actors: [], mechanisms: [], contexts: [] };
    const evidence: Evident = { actors: [], mechanisms: [], contexts: [] };
    const { matches, aside } = match(title, lang);
    const readings = readingsIn(aside);
    for (let at = 0; at < matches.length; at++) {
      const found = matches[at] as (typeof matches)[number];
      const { term, start, end } = found;
      const decided = readings.length === 0 ? undefined : readMatch(title, found, matches, readings);
      if (decided !== undefined) {
        const { id: reading, becomes: id, sort } = decided.reading;
        hits[sort].push({ id, term: term.written, start, end, reading, beside: decided.beside });
        note(evidence, id, sort, false, term);
        continue;
      }
      const { ids, sort, written, weak } = term;
      for (let i = 0; i < ids.length; i++) {
        const id = ids[i] as string;
        hits[sort].push({ id, term: written, start, end });
        note(evidence, id, sort, weak, term);
      }
    }
    const numbers = readNumbers(title);
    const casualties = numbers.length === 0 ? undefined : numbers.find(({ sense }) => sense === 'casualties');
    if (casualties !== undefined) {
      const { start, end } = casualties;
      const named = evidence.mechanisms.find(({ id }) => id === 'casualties');
      if (named !== undefined) named.weak = false;
      else {
        evidence.mechanisms.push({ id: 'casualties', weak: false, tier: tierOf('casualties'), first: null });
        hits.mechanisms.push({ id: 'casualties', term: '(count of casualties)', start, end });
        hits.mechanisms.sort((a, b) => a.start - b.start);
      }
    }
    const { actors, mechanisms, contexts } = evidence;
    const speaking = { actors, mechanisms, contexts, numbers, section: section === '' ? '' : section.toLowerCase() };
    const { decision, tier, score, arithmetic } = scoreOf(speaking);
    return { decision, tier, score, arithmetic, actors: hits.actors, mechanisms: hits.mechanisms, contexts: hits.contexts };
  };

  function tierOf(id: string): 1 | 2 {
    return vocabulary.mechanisms.get(id)?.tier ?? 2;
  }

  /** An id is weak if all its terms in the title are; of a context, two different ambiguous terms confirm each other. */
  function note(evidence: Evident, id: string, sort: VocabularySort, weak: boolean, term: VocabularyTerm): void {
    const known = notedOf(evidence[sort], id);
    if (known !== undefined) {
      if (!weak || (sort === 'contexts' && term !== known.first)) known.weak = false;
    } else if (sort === 'actors') evidence.actors.push({ id, weak, kind: vocabulary.actors.get(id)?.kind ?? 'state', first: term });
    else if (sort === 'mechanisms') evidence.mechanisms.push({ id, weak, tier: tierOf(id), first: term });
    else evidence.contexts.push({ id, weak, first: term });
  }
}

interface Noted extends ScoredTerm {
  /** The first term that spoke for it; none for what a number says. */
  first: VocabularyTerm | null;
}

interface Evident {
  actors: (Noted & { kind: string })[];
  mechanisms: (Noted & { tier: 1 | 2 })[];
  contexts: Noted[];
}

function notedOf(noted: readonly Noted[], id: string): Noted | undefined {
  for (const one of noted) if (one.id === id) return one;
  return undefined;
}

// Answers to the questions of the phases that stand on their headlines: the least their shape allows, with the ids and words of the question.
import { type AnswerFunction, answerBySchema } from './question.js';

interface Headline {
  id: string;
  publisher: string;
  text: string;
}

export const answer: AnswerFunction = (question) => {
  const least = answerBySchema(question) as Record<string, unknown>;
  const headlines = headlinesIn(question.user);
  const cites = headlines.map(({ id }) => id);
  if ('timeline' in least)
    return {
      ...least,
      title: 'an event',
      summary: 'outlets report it.',
      timeline: [{ at: '2026-03-10T08:00', fact: 'it was reported', cites: cites.slice(0, 1) }],
    };
  if ('context' in least)
    return { ...least, why_strategic: null, tags: [], context: [{ text: 'outlets report of it.', cites: cites.slice(0, 1) }] };
  if ('narratives' in least) return { narratives: [narrative(headlines)] };
  return least;
};

function narrative(headlines: readonly Headline[]) {
  const nothing = { roles: null, cause: null, legitimacy: null, intent: null, solution: null, norms: null, temporal: null };
  return {
    title: 'plain report',
    thesis: 'headlines cast it as a plain event.',
    framing: nothing,
    lexicon: { verbs: [], hedges: [], evaluatives: [] },
    uses: headlines.map(({ id }) => id),
    evidence: headlines.slice(0, 2).map(({ id, text }) => ({ title_id: id, quote: text.slice(0, 300) })),
    why_different: null,
  };
}

/** The lines "[id] time | publisher | language | headline". */
export function headlinesIn(text: string): Headline[] {
  return [...text.matchAll(/^\[(\d+)\] [^|]*\| ([^|]*) \|[^|]*\| (.*)$/gm)].map(([, id = '', publisher = '', headline = '']) => ({
    id,
    publisher,
    text: headline,
  }));
}

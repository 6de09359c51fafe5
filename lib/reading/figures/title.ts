// A headline as the figures are read off it.
import type { Token } from '../text/tokens.js';
import type { FigureMark, FigureTables } from './tables.js';

export interface Title {
  tokens: readonly Token[];
  title: string;
  language: FigureTables;
  /** What has been asked of the title as a whole: a hundred sums in it ask the same. Null before the first question. */
  asked: Map<string, unknown> | null;
}

/** Whether a mark of that role begins anywhere in the title. */
export function holds(title: Title, role: FigureMark): boolean {
  const { tokens, language } = title;
  return answerOnce(title, role, () => {
    const marks = language.marks[role];
    return tokens.some((_, at) => marks.at(tokens, at) !== null);
  });
}

/** The answer, found the first time the question is asked. */
export function answerOnce<Answer>(title: Title, question: string, find: () => Answer): Answer {
  title.asked ??= new Map();
  const { asked } = title;
  if (!asked.has(question)) asked.set(question, find());
  return asked.get(question) as Answer;
}

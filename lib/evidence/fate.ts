// Whether a sentence lets somebody die who survives in its titles, where others die: "survives shooting that kills two aides".
import { theirs } from './kin.js';
import type { Told } from './told.js';

const killed = /\b(?:was|were|is|are|been|being)\s(?:\w+\s)?(?:killed|shot dead|assassinated|murdered|slain)\b|\bdied\b/i;
const ofOthers = /\b(?:two|three|four|five|six|seven|eight|nine|ten|others?|people|guards?|soldiers?|officers?|civilians?|\d+)\b/i;

/** Who dies is named first and does nothing to whom is named behind. */
export const dies =
  /\b(?:dies?|died|dead)\b|\b(?:muere|mueren|murió|murieron|fallec)|\b(?:meurt|meurent|morts?|décè|périss)|\b(?:sterben|stirbt|starb|gestorben|ums leben|tote)|(?:погиб|умер|скончал)|死亡|丧生|遇难|身亡|مقتل|مصرع|وفاة/iu;

/** The reason, where the sentence lets die who is told to survive; null where it does not. */
export function diesForSurvives(own: Told, titles: readonly Told[]): string | null {
  const survives = ({ hits }: Told): boolean => hits.some(({ row, wider }) => row === 'survive' && !wider);
  if (titles.length === 0 || !titles.every(survives) || survives(own)) return null;
  const found = killed.exec(own.text);
  if (!found) return null;
  const before = own.text.slice(0, found.index);
  if (theirs.en?.test(before) || ofOthers.test(before) || before.trim() === '') return null;
  return `lets die who survives in "${titles[0]?.text ?? ''}"`;
}

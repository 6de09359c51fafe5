// States that a headline means without their names: its own, and the half of Korea that is called by where it lies.
import type { Told } from './told.js';
import type { Word } from './words.js';

/** Whose institutions a headline speaks of without naming him: a Chinese or a Russian one that names no state tells of its own. */
export function impliedBy({ lang, actors, words }: Told): string[] {
  const states = actors.flatMap(({ ids }) => ids.filter((id) => /^[A-Z]{2}$/.test(id)));
  const names = (text: string): boolean => words.some((word) => word.text === text);
  if (states.includes('KR') && names('North')) return ['KP'];
  if (states.includes('KP') && names('South')) return ['KR'];
  if (lang === 'zh') return states.length === 0 ? ['CN'] : [];
  if (lang === 'ru') return states.length === 0 ? ['RU'] : [];
  return lang === 'de' && states.length === 0 && words.some(({ plain }) => /^bund(?:es|$)/.test(plain)) ? ['DE'] : [];
}

/** "the North" where Pyongyang is named. */
export function isHalfOfKorea({ text }: Word, ids: ReadonlySet<string>): boolean {
  return (text === 'North' && ids.has('KP')) || (text === 'South' && ids.has('KR'));
}

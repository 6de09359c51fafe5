// A figure in the words of its headline.
import type { Figure, Qualifier } from '../../lib/reading/figures/figure.js';

/** How exactly a number is meant, where that stands right before it. */
const qualifying =
  /(?<!\p{L})(?:more than|less than|fewer than|at least|up to|over|nearly|almost|about|around|some|mehr als|mindestens|über|rund|fast|etwa|plus de|plus d'|plus d’|au moins|environ|près de|más de|al menos|unos|cerca de|более|не менее|около|почти)(?:\s+(?:an?|une?|un|ein\p{L}*))?\s*$/iu;

/** A figure to the letter, with how exactly it is meant. */
export function figureIn(title: string, { start, end }: { start: number; end: number }): string {
  return title.slice(qualifying.exec(title.slice(0, start))?.index ?? start, end);
}

/** How a number is meant, where the headline says so elsewhere than right before it. */
const inWords: Readonly<Partial<Record<Qualifier, string>>> = {
  at_least: 'at least ',
  up_to: 'up to ',
  about: 'about ',
  fewer_than: 'fewer than ',
};

/** A figure in quotation marks, with how exactly it is meant before them where the words in them do not say it: at least “1,400” of "tops 1,400". */
export function qualifiedFigureIn(title: string, figure: Pick<Figure, 'start' | 'end' | 'qualifier'>): string {
  const words = figureIn(title, figure);
  const saysItself = !/^\p{Nd}/u.test(words) || /\+/.test(words);
  return `${saysItself ? '' : (inWords[figure.qualifier] ?? '')}“${words}”`;
}

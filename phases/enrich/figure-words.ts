// A figure in the words of its headline.

/** How exactly a number is meant, where that stands right before it. */
const qualifying =
  /(?<!\p{L})(?:more than|less than|fewer than|at least|up to|over|nearly|almost|about|around|some|mehr als|mindestens|über|rund|fast|etwa|plus de|plus d'|plus d’|au moins|environ|près de|más de|al menos|unos|cerca de|более|не менее|около|почти)(?:\s+(?:an?|une?|un|ein\p{L}*))?\s*$/iu;

/** A figure to the letter, with how exactly it is meant. */
export function figureIn(title: string, { start, end }: { start: number; end: number }): string {
  return title.slice(qualifying.exec(title.slice(0, start))?.index ?? start, end);
}

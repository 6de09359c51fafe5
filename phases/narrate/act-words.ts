// The words by which a headline tells an act, as far as they tell it alone: half of a verb says nothing. All of it stands in the headline to
// the letter; where words between are left out there is an ellipsis.
import type { Act } from '../../lib/reading/reading.js';
import { shownWords } from '../../lib/reading/whole-words.js';
import type { ActiveMember } from './family.js';

/** Leads to the deed one is accused of, and is no part of it. */
const leading = /^(?:of|for|over|von|por|pour|за|в)\s+(?=["'“‘„«]?\p{L}{3})/iu;

/** Marks around all of it are the headline's; who shows it has his own. */
const quoted = /^["'“‘„«]\s?([^"'“”‘’„«»]+?)\s?["'”’“»]$/u;

/** '' where what was read says nothing by itself, or is no more than a name. */
export function actWords({ title, lang, hits }: Pick<ActiveMember, 'title' | 'lang' | 'hits'>, act: Pick<Act, 'start' | 'end'>): string {
  if (title.slice(act.start, act.end).trim() === '') return '';
  if (hits.some(({ start, end }) => start <= act.start && act.end <= end)) return '';
  return shownWords(title, lang, act).replace(leading, '').replace(quoted, '$1');
}

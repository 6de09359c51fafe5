// A title of a family as the phases behind P3 compare it with the others: who tells it, and what P2 read of it.
import type { Figure } from '../reading/figures/figure.js';
import type { Act } from '../reading/reading.js';
import type { ItemId } from '../work.js';

export interface ToldTitle {
  titleId: ItemId;
  title: string;
  publisher: string;
  /** Who owns the outlet, and where it is at home; null where the settings do not say, or the feed carries several outlets. */
  owner: string | null;
  country: string | null;
  lang: string;
  /** ISO 8601, UTC. */
  publishedAt: string;
  /** Ids, in the order of the title. */
  actors: string[];
  /** States of the towns and regions that it names. */
  places: readonly string[];
  /** As P2 read them; both empty where the headline says none, or has not been read. */
  acts: readonly Act[];
  figures: readonly Figure[];
}

// What `sni list` asks each kind of thing for, and what it gets.
import type { FamilySort } from '../../search/families.js';
import type { Filter } from '../../search/filter.js';

/** What every kind is asked with. `status` undefined: what is in use. */
export interface ListWanted {
  limit: number;
  status: string | undefined;
  /** Of families alone: what narrows them, their order, and where to begin. */
  filter: Filter;
  sort?: FamilySort | undefined;
  after?: string | undefined;
}

export interface Listed<Row> {
  rows: Row[];
  /** Where the next page begins; null where there is none, or pages are not told. */
  next: string | null;
}

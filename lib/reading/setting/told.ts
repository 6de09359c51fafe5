// What a headline tells, for who says where its happening belongs and of what type it is.
import type { Act } from '../reading.js';

/** Acts, parties and kinds of acts of one headline. */
export interface SettingClues {
  /** In lower case. */
  title: string;
  acts: readonly (Pick<Act, 'source' | 'action' | 'target' | 'mode' | 'saidBy'> & Partial<Pick<Act, 'end'>>)[];
  /** All actors that are named, in order. */
  actors: readonly string[];
  /** States of the towns and regions that are named. */
  places?: readonly string[];
  /** States that are at home where it happens. */
  hosts?: readonly string[];
  mechanisms: readonly string[];
  /** Where the clause ends that only says what something is done after or against, in UTF-16 units; 0 or left out where it opens with none. */
  opening?: number;
  /** Points of its words by type of event, see event-words.ts; none where it was not read. */
  words?: ReadonlyMap<string, number>;
}

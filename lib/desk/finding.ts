// The flags that narrow lists, searches and exports: the same words everywhere, as on the pages.
import { type Command, Option } from 'commander';
import type { Config } from '../config.js';
import { actions } from '../reading/actions.js';
import type { Filter } from '../search/filter.js';
import { wholeNumber } from '../whole-number.js';
import { DeskError, exitCodes } from './end.js';
import { timeArgument } from './time.js';

/** As commander reads the flags. */
export interface FilterFlags {
  search?: string;
  theater?: string;
  actor?: string[];
  type?: string;
  outlet?: string;
  lang?: string;
  country?: string;
  owner?: string;
  tier?: number;
  act?: string;
  since?: string;
  until?: string;
  minOutlets?: number;
  minTitles?: number;
}

/** Adds these flags to a command, and gives it back. What they say is not checked: `filterFromFlags` does that. */
export function addFilters(command: Command): Command {
  return command
    .option('--theater <id>', 'of this theater, such as UKRAINE')
    .option('--actor <actor...>', 'with this actor, by id or name; several: all of them')
    .option('--type <type>', 'of this event type, such as Sanctions/Economy')
    .option('--tier <n>', 'of this strategic tier: 1, 2 or 3', wholeNumber(3))
    .addOption(new Option('--act <act>', 'in which this is done').choices(actions))
    .option('--since <time>', 'told of since: 24h, yesterday, 2026-11-27')
    .option('--until <time>', 'told of before')
    .option('--lang <code>', 'told in this language, such as ar')
    .option('--outlet <name>', 'told by this outlet')
    .option('--country <code>', 'told by an outlet of this country, as its source says')
    .addOption(new Option('--owner <owner>', 'told by an outlet of this owner, as its source says').choices(['public', 'private', 'state']))
    .option('--min-outlets <n>', 'families told by so many outlets or more', wholeNumber())
    .option('--min-titles <n>', 'families of so many titles or more', wholeNumber());
}

/** Throws DeskError for a theater, a type or a time that is none. */
export function filterFromFlags(flags: FilterFlags, { theaters, eventTypes, timeZone }: Config, now: Date): Filter {
  const { since, until, theater, type, lang, country } = flags;
  known(theater, Object.keys(theaters), 'theater');
  known(type, Object.keys(eventTypes), 'event type');
  return {
    ...flags,
    lang: lang?.toLowerCase(),
    country: country?.toUpperCase(),
    since: since === undefined ? undefined : timeArgument('--since', since, now, timeZone),
    until: until === undefined ? undefined : timeArgument('--until', until, now, timeZone),
  };
}

function known(named: string | undefined, all: readonly string[], what: string): void {
  if (named === undefined || all.includes(named)) return;
  throw new DeskError(`There is no ${what} ${named}. There are: ${all.join(', ')}.`, exitCodes.wrongConfiguration);
}

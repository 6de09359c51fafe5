// The whole brief of an edition as blocks. Pure: the same edition makes the same document.

import { type PhaseRow, phases } from '../../config/phases.js';
import type { Edition, Story } from '../../edition/edition.js';
import { counted, countryName, listed, moment } from '../words.js';
import { changeBlocks } from './changes.js';
import { type Block, familyHref, type Places, textRun } from './document.js';
import { storyBlocks } from './story.js';

export const sections: readonly { state: Story['state']; title: string }[] = [
  { state: 'new', title: 'New' },
  { state: 'growing', title: 'Growing' },
  { state: 'continuing', title: 'Continuing' },
  { state: 'fading', title: 'Fading' },
];

/** `number` is that of a kept edition; null where it is not kept. `places` are given where a site shows it; `why`: with how each weight adds up. */
export function briefOf(edition: Edition, number: string | null, places: Places = {}, why = false): Block[] {
  const { since, until, timeZone, theater, watch, stories, more, changes } = edition;
  const time = (at: string) => moment(new Date(at), timeZone);
  const about = `${time(since)} to ${time(until)} (${timeZone})${theater === null ? '' : `, ${theater} alone`}${watch === undefined ? '' : `, of the watchlist ${watch} alone`}`;
  return [
    { kind: 'heading', level: 1, runs: [textRun(`SNI brief${number === null ? '' : ` ${number}`}`)] },
    { kind: 'paragraph', runs: [textRun(about, { quiet: true })] },
    ...(stories.length === 0 ? [paragraph('No event family was told of in this time.')] : []),
    ...sections.flatMap(({ state, title }): Block[] => {
      const own = stories.filter((story) => story.state === state);
      if (own.length === 0) return [];
      return [
        { kind: 'heading', level: 2, runs: [textRun(`${title} (${own.length})`)] },
        ...own.flatMap((story) => storyBlocks(story, edition, places, why)),
      ];
    }),
    ...(changes === undefined ? [] : changeBlocks(changes, timeZone, places)),
    ...(more > 0 ? [paragraph(`${counted(more, 'further family')} of less weight not told here; --most tells more.`)] : []),
    ...gapBlocks(edition, places),
    ...footerBlocks(edition),
  ];
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', runs: [textRun(text)] };
}

/** What is not told by all, and what stands in no family yet. */
export function gapBlocks({ gaps: { oneSided, oneOutlet, unplaced } }: Edition, places: Places): Block[] {
  const items = [
    ...oneSided.map(({ ef, title, of }) => [
      textRun(`Only state media of ${countryName(of)} tell an act of ef:${ef}: `),
      textRun(title, familyHref(places, ef)),
    ]),
    ...(oneOutlet > 0 ? [[textRun(`${counted(oneOutlet, 'family')} told by one outlet alone, confirmed by nobody.`)]] : []),
    ...(unplaced > 0 ? [[textRun(`${counted(unplaced, 'strategic headline')} in no family yet.`)]] : []),
  ];
  return items.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, runs: [textRun('Gaps')] },
        { kind: 'list', items },
      ];
}

/** Stages of the operator's own have no row there. */
const byName: Readonly<Record<string, Pick<PhaseRow, 'items'> | undefined>> = phases;
const ownItems = ['item', 'items'] as const;

/** Hours that are shown one by one. */
const mostHours = 48;

/** What the edition stands on, with its charts. */
export function footerBlocks({ since, timeZone, footer: { feeds, titles, langs, countries, hours, makers, stale } }: Edition): Block[] {
  return [
    { kind: 'heading', level: 2, runs: [textRun('What this stands on')] },
    {
      kind: 'list',
      items: [
        [
          textRun(
            `${counted(feeds.all, 'feed')}: ${feeds.read} read in this time, ${feeds.due === undefined ? '' : `${feeds.due} due at its end, `}${feeds.failing} failing, ${feeds.silent} silent for a week.`,
          ),
        ],
        [
          textRun(
            `${counted(titles.taken, 'headline')} of this time: ${titles.kept} kept as strategic, ${titles.dropped} dropped, ${titles.pending} not read yet.`,
          ),
        ],
        [
          textRun(
            `Families described by: ${makers.map(({ maker, families }) => `${maker.trim() === 'offline rules' ? 'rules' : maker.trim()} (${families})`).join(', ') || 'none'}.`,
          ),
        ],
        ...(stale === undefined ? [] : [[textRun(staleInWords(stale))]]),
      ],
    },
    ...course(hours, new Date(since), timeZone),
    ...chart(
      'Languages',
      langs.map(({ lang, titles: value }) => ({ label: lang, value })),
    ),
    ...chart(
      'Countries of outlets',
      countries.map(({ country, titles: value }) => ({ label: country, value })),
    ),
  ];
}

function staleInWords(stale: NonNullable<Edition['footer']['stale']>): string {
  if (stale.length === 0) return 'Nothing is stale: all was done as the newest run of its phase does it.';
  const each = stale.map(({ phase, items }) => `${counted(items, ...(byName[phase]?.items ?? ownItems))} of ${phase}`);
  return `Stale in the whole store: ${listed(each)}, done by an earlier version than the newest run’s; “sni stale” says which.`;
}

/** Headlines by the hour of the clock in which they came, or by the day where the span is longer than two. */
function course(hours: readonly number[], since: Date, timeZone: string): Block[] {
  const times = hours.map((value, hour) => ({ value, at: moment(new Date(since.getTime() + hour * 3_600_000), timeZone) }));
  if (hours.length <= mostHours)
    return chart(
      'Headlines kept, by hour',
      times.map(({ value, at }) => ({ label: at.slice(11), value })),
    );
  const days = new Map<string, number>();
  for (const { value, at } of times) days.set(at.slice(5, 10), (days.get(at.slice(5, 10)) ?? 0) + value);
  return chart(
    'Headlines kept, by day',
    [...days].map(([label, value]) => ({ label, value })),
  );
}

function chart(title: string, bars: { label: string; value: number }[]): Block[] {
  return bars.some(({ value }) => value > 0) ? [{ kind: 'chart', title, bars }] : [];
}

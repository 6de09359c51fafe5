// What is new in a kept edition against the one before it; of the latest, against it what stands in the store now.
import { changeBlocks } from '../desk/brief/changes.js';
import { htmlBody } from '../desk/brief/html.js';
import { keptBefore, keptEdition, listKept } from '../desk/brief/kept.js';
import { changesOf } from '../edition/changes.js';
import type { Changes } from '../edition/edition.js';
import { readEdition } from '../edition/read.js';
import { href, wholeNumberOf } from './address.js';
import { type Html, html, raw } from './html.js';
import { type Asked, page } from './page.js';
import { lastDays } from './span.js';
import { time } from './words.js';

interface ChangesView {
  /** Null: the last day as it stands now. */
  edition: string | null;
  /** Null where no edition was kept before it. */
  changes: Changes | null;
  kept: { number: string; since: Date; until: Date }[];
}

const most = { stories: 100, kept: 30 };

export const changes = page<ChangesView>({
  path: '/changes',
  about: 'What is new against the kept edition before: words, acts, figures and disputes, by whom.',
  words: ['edition'],
  read: readChanges,
  missing: ({ word }) => `No edition ${word('edition') ?? ''} was kept.`,
  title: () => 'What is new',
  body: changesBody,
});

async function readChanges(asked: Asked): Promise<ChangesView | null> {
  const { sql, config, word } = asked;
  const number = wholeNumberOf(word('edition'), 'edition', 1e15);
  const kept = await listKept(sql, most.kept);
  const { since, until } = await lastDays(asked, 1);
  const { timeZone, theaters } = config;
  const now =
    number === undefined
      ? kept.length === 0
        ? null
        : await readEdition(sql, { since, until, theater: null, timeZone, theaters, most: most.stories })
      : await keptEdition(sql, String(number));
  if (now === null) return number === undefined ? { edition: null, changes: null, kept } : null;
  const before = await keptBefore(sql, now);
  return {
    edition: number === undefined ? null : String(number),
    changes: before === null ? null : { edition: before.number, until: before.edition.until, stories: changesOf(before.edition, now) },
    kept,
  };
}

function changesBody({ edition, changes: found, kept }: ChangesView, asked: Asked): Html {
  const blocks = found === null ? [] : changeBlocks(found, asked.config.timeZone, { family: (ef) => href('/families', ef) });
  return html`<h1>What is new${edition === null ? '' : ` in edition ${edition}`}</h1>
${found === null ? html`<p>No edition was kept before${edition === null ? '' : ' it'}: <code>sni brief --keep</code> keeps one.</p>` : ''}
${found !== null && blocks.length === 0 ? html`<p>Of the stories of edition ${found.edition} nothing is worded, told, counted or disputed otherwise.</p>` : ''}
${raw(htmlBody(blocks))}
${
  kept.length === 0
    ? ''
    : html`<h2>Kept editions</h2>
<ul>${kept.map(({ number, since, until }) => html`<li><a href="${href('/changes', undefined, { edition: number })}">Edition ${number}</a> <span class="quiet">${time(since, asked)} to ${time(until, asked)}</span></li>\n`)}</ul>`
}`;
}

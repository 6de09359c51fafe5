// Positions: what outlets tell and actors say again and again, and in which words, more than all others do.

import { counted } from '../desk/words.js';
import { SearchError } from '../search/filter.js';
import { type ComparedGround, readGround } from '../search/ground.js';
import { keptPositions } from '../search/kept-positions.js';
import { outletsNamed } from '../search/outlets.js';
import { type Position, readPositions } from '../search/positions.js';
import { readWordings, type SidedWording } from '../search/wordings.js';
import { textField } from './fields.js';
import { type Html, html } from './html.js';
import { type Asked, page } from './page.js';
import { daysField, daysOf, lastDays, type Span } from './span.js';
import { actorLink, familyLink, outletLink, quoted, time } from './words.js';

interface Positions {
  /** As they were reckoned last: up to three hours old. */
  span: Pick<Span, 'since' | 'until' | 'days'>;
  positions: Position[];
  wordings: SidedWording[];
  /** Null where there are some of both, or the outlet tells nothing. */
  ground: ComparedGround | null;
}

const most = 100;

export const positions = page<Positions>({
  path: '/positions',
  about: 'What outlets tell and actors say again and again, and in which words, more than all others do.',
  words: ['outlet', 'days'],
  read: async (asked) => {
    const { sql, word } = asked;
    const named = word('outlet');
    const [outlet] = named === undefined ? [] : await outletsNamed(sql, named);
    if (named !== undefined && outlet === undefined) throw new SearchError(`No outlet is called ${named}.`);
    const days = daysOf(asked, 30);
    const kept = await keptPositions(sql, days, outlet);
    if (kept !== null) {
      const { since, until, ...found } = kept;
      return { span: { since, until, days }, ...found };
    }
    const span = await lastDays(asked, 30);
    const wanted = { since: span.since, until: span.until, outlet, limit: most };
    const [told, wordings] = await Promise.all([readPositions(sql, wanted), readWordings(sql, wanted)]);
    const ground = told.length === 0 || wordings.length === 0 ? await readGround(sql, wanted) : null;
    return { span, positions: told, wordings, ground };
  },
  title: () => 'Positions',
  body: positionsBody,
});

function positionsBody({ span, positions: told, wordings, ground }: Positions, asked: Asked): Html {
  return html`<h1>Positions</h1>
<p class="quiet">${time(span.since, asked)} to ${time(span.until, asked)} · what is told in three families or more, and half as often again as by all</p>
<form action="/positions">${textField('outlet', 'Outlet', asked.word('outlet'))}${daysField(span.days)}<button>Show</button></form>
<h2>Who does what to whom</h2>
${told.length === 0 ? html`<p>Nobody tells an act in three families of this time half as often again as all do.${whyNoPositions(ground)}</p>` : toldTable(told, asked)}
<h2>In which words</h2>
${wordings.length === 0 ? html`<p>No outlet uses a word that takes a side in three families of this time half as often again as all of its language do.${whyNoWordings(ground)}</p>` : wordingTable(wordings, asked)}`;
}

function whyNoPositions(ground: ComparedGround | null): string {
  if (ground === null || ground.families === 0) return ' No family of this time tells an act.';
  return ` ${counted(ground.families, 'family', 'families')} of this time ${ground.families === 1 ? 'tells' : 'tell'} acts; the same act comes from one outlet in ${counted(ground.most, 'family', 'families')} at most.`;
}

function whyNoWordings(ground: ComparedGround | null): string {
  if (ground === null || ground.worded === 0) return ' No headline of this time uses such a word.';
  return ` ${counted(ground.worded, 'headline')} of this time ${ground.worded === 1 ? 'uses' : 'use'} such words; the same word comes from one outlet in ${counted(ground.mostWorded, 'family', 'families')} at most.`;
}

function toldTable(rows: readonly Position[], asked: Asked): Html {
  return repeated(['Who', 'Tells or says'], rows, asked, (one) => [
    one.speaker === null
      ? outletLink(one.outlet ?? '')
      : html`${actorLink(one.speaker, one.speakerName ?? one.speaker)} <span class="quiet">(says)</span>`,
    html`${one.source === null ? 'somebody' : actorLink(one.source, one.sourceName ?? one.source)} <strong>${one.action.replaceAll('_', ' ')}</strong>${one.target === null ? '' : html` → ${actorLink(one.target, one.targetName ?? one.target)}`}`,
  ]);
}

function wordingTable(rows: readonly SidedWording[], asked: Asked): Html {
  return repeated(['Outlet', 'Word'], rows, asked, (one) => [
    outletLink(one.outlet),
    html`${quoted(one.word)} <span class="quiet">of acts by ${one.doer === null ? 'nobody named' : actorLink(one.doer, one.doerName ?? one.doer)}</span>`,
  ]);
}

/** A table of what is told again and again: two columns of its own, then how often, since when and where last. */
function repeated<One extends Position | SidedWording>(
  heads: readonly [string, string],
  rows: readonly One[],
  asked: Asked,
  cells: (one: One) => [Html, Html],
): Html {
  return html`<div class="wide"><table class="cards">
<thead><tr>${[...heads, 'How often', 'Since', 'Last in'].map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map((one) => {
    const [who, what] = cells(one);
    return html`<tr>
<td>${who}</td>
<td>${what}</td>
<td>${often(one)}</td>
<td>${time(one.firstAt, asked)}</td>
<td class="text">${familyLink(one.latest, one.latestTitle)}<br><span class="quiet">${time(one.lastAt, asked)}</span></td>
</tr>
`;
  })}</tbody>
</table></div>`;
}

function often({ families, share, times, trend }: Pick<Position, 'families' | 'share' | 'times' | 'trend'>): Html {
  return html`${families} families, ${trend}<br><span class="quiet">${Math.round(share * 100)} %, ${times.toFixed(1)} times all</span>`;
}

// Items by phase and state, narrowed by kind of error; what is filtered can be tried again as one.
import { type PhaseName, phases } from '../../config/phases.js';
import { namesOfAll } from '../../config/stages.js';
import { signatureNamed } from '../../desk/failures/read.js';
import { errorClasses } from '../../errors/diagnosis.js';
import { href, wholeNumberOf } from '../address.js';
import { choiceField, textField } from '../fields.js';
import { type Html, html } from '../html.js';
import { NotUnderstood } from '../page.js';
import { time, told } from '../words.js';
import { phaseIn } from './act/acts.js';
import { actButton } from './act/form.js';
import { countItems, type Filtered, itemStates, type ListedItem, perPage, readItems } from './items/read.js';
import { type DeskAsked, deskPage } from './page.js';
import { deskTable } from './table.js';

interface Items {
  phase: PhaseName;
  state: Filtered['state'];
  errorClass: string | null;
  /** The eight characters that name a kind of error. */
  key: string | null;
  /** Null: more than are counted. */
  count: number | null;
  items: ListedItem[];
  next: string | null;
}

export const items = deskPage<Items>({
  path: '/desk/items',
  about: 'Items of a phase by state, a page at a time.',
  read: readFiltered,
  title: ({ phase, state }) => `${phase}: ${state}`,
  body: itemsBody,
});

async function readFiltered({ sql, word }: DeskAsked): Promise<Items> {
  const phase = word('phase') === undefined ? 'generate' : phaseIn(word);
  const state = itemStates.find((one) => one === (word('state') ?? 'failed'));
  if (state === undefined) throw new NotUnderstood(`"state" is "${word('state')}": allowed are ${itemStates.join(', ')}.`);
  const [errorClass, key] = [word('class') ?? null, word('signature') ?? null];
  // One that nobody knows any more has no items: all that failed so were tried again.
  const signature = key === null ? null : ((await signatureNamed(sql, key)) ?? key);
  const after = wholeNumberOf(word('after'), 'after', 999_999_999_999_999) ?? 0;
  const filtered = { phase, state, errorClass, signature };
  const [items, count] = await Promise.all([readItems(sql, filtered, String(after)), countItems(sql, filtered)]);
  return { phase, state, errorClass, key, count, items, next: items.length < perPage ? null : (items.at(-1)?.id ?? null) };
}

function itemsBody(found: Items, asked: DeskAsked): Html {
  const { phase, state, errorClass, key, count, items, next } = found;
  const words = { phase, state, class: errorClass, signature: key };
  return html`<h1>${phase}: ${count === null ? 'many' : count.toLocaleString('en')} ${stateWords[state]}</h1>
<form action="/desk/items"><div class="fields">
${choiceField(
  'phase',
  'Phase',
  namesOfAll(asked.config).map((name) => [name, name] as const),
  phase,
)}
${choiceField(
  'state',
  'State',
  itemStates.map((one) => [one, stateWords[one]] as const),
  state,
)}
${choiceField('class', 'Class of error', [['', 'any'], ...errorClasses.map((one) => [one, one] as const)], errorClass ?? '')}
${textField('signature', 'Kind of error', key ?? undefined, '1a2b3c4d')}
</div><button>Show</button></form>
${retryForm(found, asked)}
${againLink(found)}
${items.length === 0 ? html`<p>There is none.</p>` : itemTable(found, asked)}
${next === null ? '' : html`<p><a href="${href('/desk/items', undefined, { ...words, after: next })}" rel="next">Further items</a></p>`}`;
}

const stateWords = {
  failed: 'set aside',
  retried: 'to be tried again',
  leased: 'at work',
  ready: 'ready',
  done: 'done',
  stale: 'stale',
} as const;

/** Only what has failed can be tried again. */
function retryForm({ phase, state, errorClass, key, count }: Items, asked: DeskAsked): Html | '' {
  if ((state !== 'failed' && state !== 'retried') || count === 0) return '';
  const label = count === null ? 'Retry all of these' : `Retry ${count === 1 ? 'this one' : `these ${count.toLocaleString('en')}`}`;
  const fields = { phase, class: errorClass ?? undefined, signature: key ?? undefined };
  return html`<p class="quiet">Also those of the same kind ${state === 'failed' ? 'that wait for their next try' : 'that are set aside'}.</p>
${actButton(asked, { act: 'retry', label, fields, more: textField('why', 'Why', undefined, 'for whoever looks') })}`;
}

/** What is done can be done again; how much it is and what it costs is shown first, and all of this state is meant. */
function againLink({ phase, state, count }: Items): Html | '' {
  if ((state !== 'done' && state !== 'stale') || count === 0) return '';
  const words = { phase, which: state === 'stale' ? 'stale' : 'all' };
  const these = count === null ? 'all of these' : count === 1 ? 'this one' : `these ${count.toLocaleString('en')}`;
  return html`<p><a href="${href('/desk/reprocess', undefined, words)}">Do ${these} again: how much it is and what it costs</a></p>`;
}

function itemTable({ phase, state, items }: Items, asked: DeskAsked): Html {
  const isDone = state === 'done' || state === 'stale';
  return deskTable(
    [
      'Item',
      { title: 'Tries', kind: 'number' },
      'Since',
      isDone ? 'Done' : state === 'leased' ? 'Worker' : 'Next try',
      { title: isDone ? 'Version' : 'Error', kind: 'text' },
    ],
    items.map((item) => [
      itemLink(phase, item.id),
      String(item.attempts),
      time(item.since, asked),
      placeOf(state, item, asked),
      isDone
        ? told(item.version ?? 'unknown')
        : item.error === null
          ? ''
          : html`<span class="quiet">${item.errorClass ?? ''}</span> ${told(item.error)}`,
    ]),
  );
}

function placeOf(state: Filtered['state'], item: ListedItem, asked: DeskAsked): Html | string {
  if (state === 'done' || state === 'stale') return item.finishedAt === null ? '' : time(item.finishedAt, asked);
  if (state === 'leased') return told(item.worker ?? '');
  return state === 'failed' ? 'not by itself' : time(item.notBefore, asked);
}

/** By the name that the desk takes, as "title:12". A feed leads to the feeds. */
export function itemLink(phase: PhaseName, id: string): Html {
  if (phase === 'ingest') return html`<a href="${href('/desk/feeds', undefined, { feed: id })}">feed:${id}</a>`;
  const named = `${phases[phase].shownAs ?? phase}:${id}`;
  return html`<a href="${href('/desk/items', named)}">${named}</a>`;
}

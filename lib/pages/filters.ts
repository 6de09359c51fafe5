// The filters of families and headlines as an address says them, and as a form: the same words as the desk's flags.
import { actions } from '../reading/actions.js';
import type { Filter } from '../search/filter.js';
import { askedTheater, wholeNumberOf } from './address.js';
import { choiceField, textField, theaterField } from './fields.js';
import { type Html, html } from './html.js';
import { type Asked, NotUnderstood } from './page.js';
import { askedMoment } from './span.js';
import { narrowing } from './words-of-addresses.js';

const owners = ['public', 'private', 'state'];

/** Throws NotUnderstood, with what is allowed, where a word of the address means nothing. */
export function filterFromAddress(asked: Asked): Filter {
  const { word, config } = asked;
  const [type, owner, actor, act] = [word('type'), word('owner'), word('actor'), word('act')];
  if (type !== undefined && !Object.hasOwn(config.eventTypes, type))
    throw new NotUnderstood(`There is no type ${type}. There are: ${Object.keys(config.eventTypes).join(', ')}.`);
  if (owner !== undefined && !owners.includes(owner)) throw new NotUnderstood(`"owner" is "${owner}": allowed are ${owners.join(', ')}.`);
  if (act !== undefined && !actions.some((one) => one === act))
    throw new NotUnderstood(`"act" is "${act}": allowed are ${actions.join(', ')}.`);
  return {
    ...{ search: word('q'), theater: askedTheater(asked) ?? undefined, type, owner, act, actor: actor === undefined ? [] : [actor] },
    ...{ outlet: word('outlet'), lang: word('lang')?.toLowerCase(), country: word('country')?.toUpperCase() },
    tier: wholeNumberOf(word('tier'), 'tier', 3),
    ...{ since: askedMoment(asked, 'since'), until: askedMoment(asked, 'until') },
    ...{
      minOutlets: wholeNumberOf(word('min-outlets'), 'min-outlets', 1000),
      minTitles: wholeNumberOf(word('min-titles'), 'min-titles', 10_000),
    },
  };
}

const fieldNames = narrowing.filter((name) => name !== 'q');
/** The fields as most readers get them, with nothing in them: a hundred options, made once for each settings. */
const emptyFields = new WeakMap<Asked['config'], Html>();

/** The fields that narrow; folded away until one is used. */
export function filterFields({ word, config }: Pick<Asked, 'word' | 'config'>): Html {
  if (fieldNames.some((name) => word(name) !== undefined)) return fieldsWith({ word, config }, true);
  const fields = emptyFields.get(config) ?? fieldsWith({ word, config }, false);
  emptyFields.set(config, fields);
  return fields;
}

function fieldsWith({ word, config }: Pick<Asked, 'word' | 'config'>, isUsed: boolean): Html {
  const types = Object.keys(config.eventTypes).map((type) => [type, type] as const);
  return html`<details class="filters"${isUsed ? html` open` : ''}><summary>Narrow</summary><div class="fields">
${theaterField(config.theaters, word('theater'))}
${choiceField('type', 'Type', [['', 'all'], ...types], word('type') ?? '')}
${choiceField('act', 'What is done', [['', 'anything'], ...actions.map((act) => [act, act.replaceAll('_', ' ')] as const)], word('act') ?? '')}
${textField('actor', 'Actor', word('actor'), 'name or id')}
${textField('outlet', 'Outlet', word('outlet'))}
${textField('lang', 'Language', word('lang'), 'en, ru, zh')}
${textField('country', 'Country of the outlet', word('country'), 'GB')}
${choiceField('owner', 'Owner of the outlet', [['', 'any'], ...owners.map((owner) => [owner, owner] as const)], word('owner') ?? '')}
${choiceField(
  'tier',
  'Tier',
  [
    ['', 'any'],
    ['1', '1'],
    ['2', '2'],
    ['3', '3'],
  ],
  word('tier') ?? '',
)}
${textField('since', 'From', word('since'), '7d, 2026-11-27')}
${textField('until', 'Until', word('until'), 'now')}
${textField('min-outlets', 'Outlets at least', word('min-outlets'))}
${textField('min-titles', 'Headlines at least', word('min-titles'))}
</div></details>`;
}

/** The words of the address that narrow, to go on to the next page with. */
export function filterWords({ word }: Asked, more: readonly string[] = []): Record<string, string | undefined> {
  const names = [...narrowing, ...more];
  return Object.fromEntries(names.map((name) => [name, word(name)]));
}

// Reads the labelled headlines beside it and says every row that no scorer could use: a word outside the closed lists, an actor
// the vocabulary does not know, a title twice, a reading both right and forbidden.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { defaultEventTypes, defaultTheaters } from '../../../lib/config/lists.js';
import { vocabulary } from '../../support/vocabulary.js';

const folder = join(import.meta.dirname, 'labelled');

const actions =
  'attack threaten accuse condemn reject demand sanction restrict arrest_or_try protest coerce mobilise_or_drill seize_or_occupy withdraw_or_yield negotiate agree_or_sign aid supply_arms support_or_recognise visit_or_meet mediate appoint_or_elect legislate_or_rule announce_or_state deny expel cyber trade_deal other';
const units =
  'people states seats jobs missiles drones aircraft ships vehicles shells warheads GW MW TWh bcm barrels tonnes kg km miles hours days months years % bps AED ARS AUD BRL CAD CHF CLP CNY COP DZD EGP EUR GBP HKD INR IRR JPY KRW KWD KZT MAD MXN NGN NOK PEN PHP PLN RUB SAR SEK TRY TWD UAH USD XOF';

const oneOf = (words: string) => z.enum(words.split(' '));
const actor = z.string().refine((id) => vocabulary.actors.has(id), 'no actor of the vocabulary');
const language = oneOf('en de es fr ru zh ar pt it');
const row = { id: z.string().regex(/^[a-z]+-[a-z0-9-]+$/), title: z.string().min(5).max(200) };
const mode = oneOf('done claimed threatened planned denied demanded');
const deed = {
  source: actor.nullable(),
  action: oneOf(actions),
  target: actor.nullable(),
  source_also: z.array(actor.nullable()).optional(),
  action_also: z.array(oneOf(actions)).optional(),
  target_also: z.array(actor.nullable()).optional(),
};
const act = z.strictObject({
  ...deed,
  mode,
  saidBy: actor.optional(),
  optional: z.literal(true).optional(),
  span: z.tuple([z.int(), z.int()]).optional(),
});
const misreading = z.strictObject({ ...deed, mode: mode.optional() });
const theater = oneOf(Object.keys(defaultTheaters).join(' '));
const eventType = z.enum(Object.keys(defaultEventTypes));
const figure = z
  .strictObject({
    value: z.number().positive(),
    unit: oneOf(units),
    what: z.string().regex(/^[a-z]+$/),
    what_also: z.array(z.string().regex(/^[a-z]+$/)).optional(),
    qualifier: oneOf('exact at_least up_to about fewer_than range'),
    upper: z.number().optional(),
    span: z.tuple([z.int(), z.int()]).optional(),
  })
  .refine(({ qualifier, value, upper = Number.NaN }) => (qualifier === 'range') === upper > value, 'only a range has an upper end');

const shapes = {
  acts: z
    .strictObject({
      ...row,
      lang: language,
      trap: z.string().regex(/^[a-z-]+$/),
      kind: oneOf('news opinion live anniversary explainer quiz'),
      acts: z.array(act),
      not: z.array(misreading),
      event_type: eventType,
      event_type_also: z.array(eventType),
      theater,
      theater_also: z.array(theater),
    })
    .refine(({ acts, not }) => !acts.some((right) => not.some((wrong) => forbids(wrong, right))), 'an act is both right and forbidden'),
  figures: z.strictObject({ ...row, lang: language, trap: z.string().regex(/^[a-z-]+$/), figures: z.array(figure) }),
  wording: z
    .strictObject({
      ...row,
      lang: language,
      family: z.string().min(1),
      outlet: z.string().min(1),
      agent_named: z.boolean(),
      act_word: z.string().min(1),
      loaded: z.array(z.string().min(1)),
      quoted_loaded: z.array(z.string().min(1)),
      hedged: z.boolean(),
      focus: oneOf('actor victims cost law security_threat diplomacy blame_other_side resistance plain'),
      stance_toward: z.record(actor, oneOf('hostile neutral friendly')),
    })
    .refine(
      ({ title, act_word, loaded, quoted_loaded }) =>
        [act_word, ...loaded, ...quoted_loaded].every((words) => title.toLowerCase().includes(words.toLowerCase())),
      'a word that does not stand in the title',
    ),
  'gate-languages': z
    .strictObject({ ...row, lang: oneOf('uk pt it tr pl fa ja ko hi he id'), strategic: z.boolean(), actors: z.array(actor) })
    .refine(({ strategic, actors }) => strategic === actors.length > 0, 'a strategic title names actors, and only such a title'),
};

type Deed = z.infer<typeof misreading>;

/** Whether `wrong` forbids the reading `right` in any of the forms that are allowed for it. */
function forbids(wrong: Deed, right: z.infer<typeof act>): boolean {
  return (
    [right.source, ...(right.source_also ?? [])].includes(wrong.source) &&
    [right.action, ...(right.action_also ?? [])].includes(wrong.action) &&
    [right.target, ...(right.target_also ?? [])].includes(wrong.target) &&
    (wrong.mode === undefined || wrong.mode === right.mode)
  );
}

function rowsOf(file: string): unknown[] {
  return readFileSync(join(folder, file), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

/** What is wrong with a file, one sentence a fault. */
function faultsOf(shape: z.ZodType, rows: readonly unknown[]): string[] {
  return rows.flatMap((one) => {
    const read = shape.safeParse(one);
    return read.success ? [] : read.error.issues.map(({ path, message }) => `${JSON.stringify(one)} at ${path.join('.')}: ${message}`);
  });
}

function countByLanguage(rows: readonly unknown[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { lang } of z.array(z.object({ lang: z.string() })).parse(rows)) counts[lang] = (counts[lang] ?? 0) + 1;
  return counts;
}

describe.each(Object.entries(shapes))('labelled %s', (name, shape) => {
  const rows = ['dev', 'held'].map((half) => rowsOf(`${name}-${half}.jsonl`)) as [unknown[], unknown[]];

  it('hold nothing that a scorer could not use', () => {
    expect(faultsOf(shape, rows.flat())).toEqual([]);
  });

  it('hold each id and each title once, over both halves', () => {
    const known = z.array(z.object({ id: z.string(), title: z.string() })).parse(rows.flat());
    expect(new Set(known.map(({ id }) => id)).size).toBe(known.length);
    expect(new Set(known.map(({ title }) => title)).size).toBe(known.length);
  });

  it('are halved in every language', () => {
    const [dev, held] = rows.map(countByLanguage);
    for (const [lang, count] of Object.entries(held ?? {})) expect(Math.abs(count - (dev?.[lang] ?? 0)), lang).toBeLessThanOrEqual(4);
  });
});

it('has a shape for every labelled file', () => {
  const names = Object.keys(shapes).flatMap((name) => [`${name}-dev.jsonl`, `${name}-held.jsonl`]);
  expect(readdirSync(folder).filter((file) => file.endsWith('.jsonl'))).toEqual(names.sort());
});

describe('a bad row is told', () => {
  const strike = { source: 'RU', action: 'attack', target: 'UA', mode: 'done' };
  const toll = { value: 17, unit: 'people', what: 'killed', qualifier: 'exact' };

  it.each<[string, keyof typeof shapes, Record<string, unknown>]>([
    ['an unknown actor', 'acts', { acts: [{ ...strike, source: 'XX' }] }],
    ['an action in other words', 'acts', { acts: [{ ...strike, action: 'strike' }] }],
    ['no mode', 'acts', { acts: [{ ...strike, mode: undefined }] }],
    ['an act that is forbidden as well', 'acts', { acts: [strike], not: [{ source: 'RU', action: 'attack', target: 'UA' }] }],
    ['a language that is not read', 'acts', { lang: 'xx' }],
    ['a kind outside the list', 'acts', { kind: 'feature' }],
    ['a theater outside the list', 'acts', { theater: 'MOON' }],
    ['a unit outside the list', 'figures', { figures: [{ ...toll, unit: 'dollars' }] }],
    ['a range with one end', 'figures', { figures: [{ ...toll, qualifier: 'range' }] }],
    ['a word that does not stand in the title', 'wording', { act_word: 'no such word' }],
    ['a stance toward nobody known', 'wording', { stance_toward: { XX: 'hostile' } }],
    ['a strategic title without actors', 'gate-languages', { strategic: true, actors: [] }],
  ])('for %s', (_, name, change) => {
    const right = z.record(z.string(), z.unknown()).parse(rowsOf(`${name}-dev.jsonl`)[0]);
    expect(faultsOf(shapes[name], [right])).toEqual([]);
    expect(faultsOf(shapes[name], [{ ...right, ...change }])).toHaveLength(1);
  });
});

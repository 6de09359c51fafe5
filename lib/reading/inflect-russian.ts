// The forms of Russian verbs and nouns written short in lexicon/ru.tsv. A verb is its infinitive, then what no rule gives:
// "обвинить/обвинен" adds the participle, "ввести/введет/введут/ввел/введен" present, plural, past and participle; "~" before it
// says that it is imperfective: its present tells what is done, that of a perfective verb what is to come. A noun is "удар/".
import type { Form } from './forms.js';

type Forms = [words: string, form: Form | null][];

/** All forms of the first word of what is written, what follows it unchanged. */
export function russian(written: string, verb: boolean): Forms {
  const cut = written.indexOf(' ');
  const rest = cut < 0 ? '' : written.slice(cut);
  const first = cut < 0 ? written : written.slice(0, cut);
  const forms = verb ? verbForms(first) : nounForms(first.replace('/', '')).map((words): [string, null] => [words, null]);
  return forms.map(([words, form]) => [words + rest, form]);
}

function verbForms(written: string): Forms {
  const imperfective = written.startsWith('~');
  const whole = (imperfective ? written.slice(1) : written).split('/');
  const reflexive = /с[ья]$/.test(whole[0] ?? '');
  const parts = reflexive ? whole.map((part) => part.replace(/с[ья]$/, '')) : whole;
  const [base = ''] = parts;
  const [one, many] = parts.length > 3 ? [parts[1] ?? '', parts[2] ?? ''] : present(base);
  const past = parts.length > 3 ? (parts[3] ?? '') : `${base.slice(0, -2)}л`;
  const participle = parts.length > 3 ? (parts[4] ?? '') : (parts[1] ?? '');
  const stem = past.replace(/шел$/, 'шл').replace(/([^л])$/, '$1л');
  const now: Form = imperfective ? 'F' : 'U';
  const active: [string, Form][] = [
    [base, 'B'],
    [one, now],
    [many, now],
    [past, 'F'],
    [`${stem}а`, 'F'],
    [`${stem}о`, 'F'],
    [`${stem}и`, 'F'],
  ];
  if (imperfective && one.endsWith('т')) active.push([`${one.slice(0, -1)}м`, 'W']);
  if (!imperfective && past.endsWith('л')) active.push([`${past.slice(0, -1)}в`, 'G']);
  const passive = participle === '' ? [] : ['', 'а', 'о', 'ы'].map((end): [string, Form] => [participle + end, 'P']);
  return reflexive ? active.flatMap(([words, form]): Forms => (form === 'G' ? [] : [[reflexed(words), form]])) : [...active, ...passive];
}

function reflexed(words: string): string {
  return words + (/[аоиую]$/.test(words) ? 'сь' : 'ся');
}

/** The third person by the ending of the infinitive. */
function present(base: string): [one: string, many: string] {
  const stem = base.slice(0, -3);
  if (/(?:да|зна)вать$/.test(base)) return [`${base.slice(0, -4)}ет`, `${base.slice(0, -4)}ют`];
  if (/[оие]вать$/.test(base) && !/(?:и|[^о]е)вать$/.test(base)) return [`${base.slice(0, -5)}ует`, `${base.slice(0, -5)}уют`];
  if (/нуть$/.test(base)) return [`${stem}ет`, `${stem}ут`];
  if (/ить$/.test(base)) return [`${stem}ит`, `${stem}${/[жшчщ]$/.test(stem) ? 'ат' : 'ят'}`];
  return [`${base.slice(0, -2)}ет`, `${base.slice(0, -2)}ют`];
}

const nouns: readonly (readonly [ending: RegExp, cut: number, ends: readonly string[]])[] = [
  [/ия$/, 1, ['я', 'и', 'ю', 'ей', 'й', 'ям', 'ями', 'ях']],
  [/ие$/, 1, ['е', 'я', 'ю', 'ем', 'и', 'й', 'ям', 'ями', 'ях']],
  [/[гкхжшчщ]а$/, 1, ['а', 'и', 'е', 'у', 'ой', 'ей', '', 'ам', 'ами', 'ах']],
  [/а$/, 1, ['а', 'ы', 'е', 'у', 'ой', '', 'ам', 'ами', 'ах']],
  [/я$/, 1, ['я', 'и', 'е', 'ю', 'ей', 'ь', 'ям', 'ями', 'ях']],
  [/о$/, 1, ['о', 'а', 'у', 'ом', 'е', '', 'ам', 'ами', 'ах']],
  [/(?:сть|щь|дь)$/, 1, ['ь', 'и', 'ью', 'ей', 'ям', 'ями', 'ях']],
  [/ь$/, 1, ['ь', 'я', 'ю', 'ем', 'е', 'и', 'ей', 'ям', 'ями', 'ях']],
  [/й$/, 1, ['й', 'я', 'ю', 'ем', 'е', 'и', 'ев', 'ям', 'ями', 'ях']],
  [/[гкхжшчщ]$/, 0, ['', 'а', 'у', 'ом', 'ем', 'е', 'и', 'ов', 'ей', 'ам', 'ами', 'ах']],
  [/$/, 0, ['', 'а', 'у', 'ом', 'ем', 'е', 'ы', 'ов', 'ам', 'ами', 'ах']],
];

function nounForms(noun: string): string[] {
  const [, cut = 0, ends = []] = nouns.find(([ending]) => ending.test(noun)) ?? [];
  return ends.map((end) => noun.slice(0, noun.length - cut) + end);
}

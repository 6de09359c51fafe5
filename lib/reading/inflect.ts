// The forms of verbs written short in the lexicons. Each language has its own way: see the head of its file.
// Forms: F finite, A finite or participle (English), P participle, B base form or infinitive, G gerund, U future.
import type { Form } from './forms.js';
import { arabic } from './inflect-arabic.js';
import { italian, portuguese } from './inflect-romance.js';
import { russian } from './inflect-russian.js';

type Forms = [words: string, form: Form][];

const inflections: Readonly<Record<string, (written: string, verb: boolean) => [words: string, form: Form | null][]>> = {
  ...{ en: english, fr: french, es: spanish, pt: portuguese, it: italian, de: german, ru: russian },
};

/** The forms of a word written with "/"; null where the language or the word has no short way. Only Russian has one for nouns. */
export function inflected(written: string, lang: string, verb: boolean): [words: string, form: Form | null][] | null {
  if (lang === 'ar') return arabic(written);
  const inflect = inflections[lang];
  return inflect && written.includes('/') ? inflect(written, verb) : null;
}

/** The first word inflected, what follows it unchanged: "call/ for" is calls for, called for, calling for. */
function withRest(written: string, forms: (first: string) => Forms): Forms {
  const cut = written.indexOf(' ');
  const rest = cut < 0 ? '' : written.slice(cut);
  return forms(cut < 0 ? written : written.slice(0, cut)).map(([words, form]) => [words + rest, form]);
}

/** Verbs of more than one syllable that end under stress: their last letter is doubled too, as in "expelled", "kidnapping". */
const stressedEnds =
  /^(?:abet|acquit|admit|airdrop|annul|appal|aver|commit|compel|confer|control|debar|defer|deter|dispel|eavesdrop|embed|emit|enrol|equip|expel|extol|impel|incur|infer|kidnap|machine-gun|occur|omit|patrol|permit|prefer|propel|rebel|rebut|refer|regret|repel|sidestep|submit|tear-gas|transfer|transmit|unplug|wiretap)$/;
/** Verbs in "-el" and the like that are written both ways: "canceled", "cancelled". */
const bothWays =
  /^(?:backpedal|cancel|channel|counsel|dial|funnel|fuel|imperil|label|level|marshal|pummel|quarrel|shovel|signal|travel|unravel)$/;

/** "base/" is regular, "base/past" and "base/past/participle" are not. */
function english(written: string): Forms {
  return withRest(written, (first) => {
    const [base = '', past = '', participle = past] = first.split('/');
    const twice = base + base.at(-1);
    const third = /(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`;
    const short = /^[^aeiou]*[aeiou][bdglmnprt]$/.test(base) || stressedEnds.test(base) ? twice : base;
    const regular = /e$/.test(base) ? `${base}d` : /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${short}ed`;
    const gerund = /ie$/.test(base) ? `${base.slice(0, -2)}ying` : /[^eoy]e$/.test(base) ? `${base.slice(0, -1)}ing` : `${short}ing`;
    const pasts: Forms =
      past === ''
        ? [[regular, 'A']]
        : past === participle
          ? [[past, 'A']]
          : [
              [past, 'F'],
              [participle, 'P'],
            ];
    const doubled: Forms = bothWays.test(base) && past === '' ? [[`${twice}ed`, 'A']] : [];
    if (bothWays.test(base)) doubled.push([`${twice}ing`, 'G']);
    return [[base, 'B'], [third, 'F'], ...pasts, [gerund, 'G'], ...doubled];
  });
}

/** "condamn/er" and "fin/ir" are regular; "promett/re/promis" gives the participle. */
function french(written: string): Forms {
  return withRest(written, (first) => {
    const [stem = '', ending = '', given] = first.split('/');
    const soft = stem.replace(/g$/, 'ge');
    const longer = ending === 'ir' && given === undefined ? `${stem}iss` : stem;
    const participle = given ?? (ending === 'er' ? `${stem}é` : ending === 'ir' ? `${stem}i` : `${stem}u`);
    const base = stem + ending;
    const strong = ending === 'er' ? stressed(stem) : stem;
    const third =
      ending === 'er'
        ? `${strong}e`
        : ending === 'ir' && given === undefined
          ? `${stem}it`
          : ending === 'ir'
            ? `${stem}${stem.endsWith('r') ? 'e' : 't'}`
            : stem.replace(/tt$/, 't').replace(/([^td])$/, '$1t');
    const future = ending === 'er' && !/é.?.$/.test(stem) ? `${strong}er` : base.replace(/e$/, '');
    const finite = [
      third,
      `${ending === 'er' ? strong : longer}ent`,
      ending === 'er' ? `${soft}ait` : `${longer}ait`,
      `${ending === 'er' ? soft : longer}aient`,
      ...(ending === 'er' ? [`${soft}a`, `${stem}èrent`] : []),
    ];
    return [
      [base, 'B'],
      ...finite.map((words): [string, Form] => [words, 'F']),
      ...['', 'e', 's', 'es'].map((more): [string, Form] => [participle + (participle.endsWith('s') && more === 's' ? '' : more), 'P']),
      [`${ending === 'er' ? soft : longer}ant`, 'G'],
      [`${future}a`, 'U'],
      [`${future}ont`, 'U'],
    ];
  });
}

/** How the stem of a French verb in -er sounds under stress: libér- libère, men- mène, appel- appelle, envoy- envoie. */
function stressed(stem: string): string {
  if (/(?:app|rapp|ép)el$|(?:j|proj|rej|obj)et$/.test(stem)) return stem + stem.at(-1);
  if (/[aou]y$/.test(stem)) return `${stem.slice(0, -1)}i`;
  return stem.replace(/[eé](?=(?:[bcdfglmnprstv]|[bcdfgptv][lr]|gn)$)/, 'è');
}

/** "conden/ar", "promet/er", "permit/ir"; "advertir/advierte/advirtió/advertido" gives infinitive, present, past and participle. */
function spanish(written: string): Forms {
  return withRest(written, (first) => {
    const parts = first.split('/');
    if (parts.length === 4) {
      const [base = '', present = '', past = '', participle = ''] = parts;
      const many = past.endsWith('o')
        ? `${past.slice(0, -1)}ieron`
        : past.replace(/ió$/, 'ieron').replace(/yó$/, 'yeron').replace(/ó$/, 'aron');
      return spanishForms(
        base,
        [present, `${present}n`, past, many],
        participle,
        base.replace(/.r$/, (end) => (end === 'ar' ? 'ando' : 'iendo')),
      );
    }
    const [stem = '', ending = ''] = parts;
    const hard = stem;
    const finite =
      ending === 'ar' ? [`${stem}a`, `${stem}an`, `${stem}ó`, `${stem}aron`] : [`${stem}e`, `${stem}en`, `${stem}ió`, `${stem}ieron`];
    return spanishForms(hard + ending, finite, stem + (ending === 'ar' ? 'ado' : 'ido'), stem + (ending === 'ar' ? 'ando' : 'iendo'));
  });
}

function spanishForms(base: string, finite: readonly string[], participle: string, gerund: string): Forms {
  const root = participle.slice(0, -1);
  return [
    [base, 'B'],
    ...finite.map((words): [string, Form] => [words, 'F']),
    ...['o', 'a', 'os', 'as'].map((end): [string, Form] => [root + end, 'P']),
    [gerund, 'G'],
    [`${base}á`, 'U'],
    [`${base}án`, 'U'],
  ];
}

/** "verurteil/en" is weak; "an+greifen/greift/griff/gegriffen" is strong and in two parts, "lehnen/lehnt/lehnte/gelehnt" in one. */
function german(written: string): Forms {
  return withRest(written, (first) => {
    const [before = '', after] = first.split('+');
    const particle = after === undefined ? '' : before;
    const parts = (after ?? before).split('/');
    const [stem = ''] = parts;
    const weak = parts.length === 2;
    const base = weak ? stem + (parts[1] ?? '') : stem;
    const third = weak ? `${stem}${/[td]$/.test(stem) ? 'et' : 't'}` : (parts[1] ?? '');
    const past = weak ? `${third}e` : (parts[2] ?? '');
    const untouched = /^(?:ver|be|ent|er|ge|zer|miss|wider)/.test(stem) || /ier$/.test(stem);
    const participle = weak ? `${untouched && particle === '' ? '' : untouched ? '' : 'ge'}${third}` : (parts[3] ?? '');
    const many = past.endsWith('e') ? `${past}n` : `${past}en`;
    const finite = [third, base, past, many];
    if (particle === '') return [...finite.map((words): [string, Form] => [words, words === base ? 'B' : 'F']), [participle, 'P']];
    return [
      ...finite.map((words): [string, Form] => [`${words} … ${particle}`, 'F']),
      [particle + participle, 'P'],
      [particle + base, 'B'],
      [`${particle}zu${base}`, 'B'],
      [particle + third, 'F'],
    ];
  });
}

// The forms of Portuguese and Italian verbs written short in lexicon/pt.tsv and lexicon/it.tsv: a regular verb is cut before its ending
// ("atac/ar", "colp/ire"), any other gives its forms. What follows the first word stays.
import type { Form } from './forms.js';

type Forms = [words: string, form: Form][];

/** "atac/ar", "promet/er", "agred/ir"; else infinitive, present, its plural, past, its plural, participle. */
export function portuguese(written: string): Forms {
  return withRest(written, (parts) => {
    const [base = '', one = '', many = '', past = '', pasts = '', participle = ''] = parts.length > 2 ? parts : portugueseRegular(parts);
    return together(true, base, [one, many, past, pasts], participle, [`${base}á`, `${base}ão`], `${base.slice(0, -1)}ndo`);
  });
}

function portugueseRegular([stem = '', ending = '']: readonly string[]): string[] {
  const base = stem + ending;
  if (ending === 'ar') {
    // bombardear: bombardeia
    const strong = stem.endsWith('e') ? `${stem}i` : stem;
    return [base, `${strong}a`, `${strong}am`, `${stem}ou`, `${stem}aram`, `${stem}ado`];
  }
  const past = ending === 'er' ? ['eu', 'eram'] : ['iu', 'iram'];
  return [base, `${stem}e`, `${stem}em`, stem + past[0], stem + past[1], `${stem}ido`];
}

/** "attacc/are", "colp/ire" (colpisce); else infinitive, present, its plural, participle. */
export function italian(written: string): Forms {
  return withRest(written, (parts) => {
    const [base = '', one = '', many = '', participle = ''] = parts.length > 2 ? parts : italianRegular(parts);
    const root = base
      .slice(0, -3)
      .replace(/([cg])$/, '$1h')
      .replace(/([cg])i$/, '$1');
    const future = base.endsWith('are') ? `${root}er` : base.slice(0, -1);
    const gerund = base.slice(0, -3) + (base.endsWith('are') ? 'ando' : 'endo');
    return together(false, base, [one, many], participle, [`${future}à`, `${future}anno`], gerund);
  });
}

function italianRegular([stem = '', ending = '']: readonly string[]): string[] {
  return ending === 'are'
    ? [stem + ending, `${stem}a`, `${stem}ano`, `${stem}ato`]
    : [stem + ending, `${stem}isce`, `${stem}iscono`, `${stem}ito`];
}

/** The first word inflected, what follows it unchanged. */
function withRest(written: string, forms: (parts: string[]) => Forms): Forms {
  const cut = written.indexOf(' ');
  const rest = cut < 0 ? '' : written.slice(cut);
  return forms((cut < 0 ? written : written.slice(0, cut)).split('/')).map(([words, form]) => [words + rest, form]);
}

function together(
  portuguese: boolean,
  base: string,
  finite: readonly string[],
  participle: string,
  future: readonly string[],
  gerund: string,
): Forms {
  const stem = participle.slice(0, -1);
  const endings = portuguese ? ['o', 'a', 'os', 'as'] : ['o', 'a', 'i', 'e'];
  const participles = participle.endsWith('o') ? endings.map((end) => stem + end) : [participle, `${participle}s`];
  return [
    [base, 'B'],
    ...finite.map((words): [string, Form] => [words, 'F']),
    ...participles.map((words): [string, Form] => [words, 'P']),
    ...future.map((words): [string, Form] => [words, 'U']),
    [gerund, 'G'],
  ];
}

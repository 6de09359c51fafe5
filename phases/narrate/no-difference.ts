// What can be said of headlines that show no difference: what was compared, and no more.
import { mayGiveAWord } from './doubt.js';
import { outletsInWords, type Statement } from './sentence.js';
import type { Telling } from './telling.js';

/** What can be said of headlines that lack the words of the others: of these headlines, for another of the same outlet may have them. */
export function nothingFound(tellings: readonly Telling[]): Statement {
  const text = `These headlines of ${outletsInWords(tellings)} have none of the words named in the other groups.`;
  return { text, cites: tellings.map(({ member }) => member.titleId) };
}

/** Where headlines do not differ, as far as that was compared: the doer only where each tells the act, whose word only where none gives anybody's. */
export function noDifference(tellings: readonly Telling[]): Statement {
  const cites = tellings.map(({ member }) => member.titleId);
  if (tellings.length > 1 && new Set(tellings.map(({ member }) => member.title)).size === 1)
    return { text: `The headlines of ${outletsInWords(tellings)} are the same, word for word.`, cites };
  const compared = [
    ...(tellings.every(({ act }) => act !== null) ? ['whom they name as doing it'] : []),
    ...(tellings.some(({ member }) => mayGiveAWord(member)) ? [] : ['whose word they give']),
    'loaded words',
  ];
  const where = `${compared.join(', ')} or quotation marks`;
  return { text: `As far as the rules can tell, the headlines of ${outletsInWords(tellings)} do not differ in ${where}.`, cites };
}

/** All headlines are cited. */
export function oneOutlet(tellings: readonly Telling[]): Statement {
  const cites = tellings.map(({ member }) => member.titleId);
  const all = tellings.length === 1 ? 'The one headline gathered here is' : 'All headlines gathered here are';
  return { text: `${all} of ${outletsInWords(tellings)}, so there is nothing to compare.`, cites };
}

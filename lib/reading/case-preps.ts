// What the case of a phrase says where no preposition stands before it: Russian endings, German genitives.
import { reachThings } from './drafts.js';
import type { Prep } from './lexicon-file.js';
import { isGenitive } from './owners.js';
import type { Phrase } from './phrase.js';
import type { State } from './state.js';

const instrumental = /(?:ами|ями|ом|ем|ой|ью)$/;

/** The prepositions a case stands for; null where it says nothing more than the order of words. */
export function casePreps(s: State, phrase: Phrase): readonly Prep[] | null {
  // "der Einmarsch der Russen": an article right behind a noun of an act says whose it is.
  if (s.policy.verbLast && s.open?.noun && s.last?.act && s.last.to === phrase.from && isGenitive(s.words[phrase.from])) return ['of'];
  if (isOfMet(s, phrase)) return ['of'];
  switch (phrase.case) {
    case 'ins':
      return answersBack(s) ? ['with'] : ['by', 'with'];
    case 'dat':
    case 'loc':
      return s.open && !s.open.noun && !s.open.filled && s.open.frame.includes('obj') && !s.open.frame.includes('to') ? null : ['to'];
    case 'gen':
      return s.open && !s.open.noun && !s.open.filled && s.open.frame.includes('obj') ? null : phrase.act ? null : ['of'];
    default:
      if (s.policy.cases && s.open?.passive && phrase.case === null && instrumental.test(s.words[phrase.from]?.text ?? ''))
        return ['by', 'with'];
      return s.policy.cases && phrase.act && (s.threat || answersBack(s)) && instrumental.test(s.words[phrase.act.at]?.text ?? '')
        ? ['with']
        : null;
  }
}

/** "bombardiert Stellungen der PKK", "greift Ziele der Huthi an": an article right behind what is met says whose it is. */
function isOfMet({ policy, open, last, words }: State, { from, actors }: Phrase): boolean {
  if (!policy.verbLast || !open?.filled || open.noun || !last || last.to !== from || last.actors.length > 0) return false;
  return reachThings.has(open.action) && actors.length > 0 && isGenitive(words[from]) && words[from]?.role?.class === 'the';
}

function answersBack({ drafts }: State): boolean {
  return drafts.some(({ frame }) => frame.includes('back'));
}

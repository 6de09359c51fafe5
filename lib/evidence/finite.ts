// Where an English sentence tells of something as done: "has left", "was released", "Italy rescues". By form and place alone, for no list has all verbs.
import { isCountryName } from './lands.js';
import type { Told } from './told.js';

const irregular =
  /^(?:struck|hit|won|lost|took|left|sent|shot|held|met|sank|fled|gave|bought|sold|began|fell|rose|broke|cut|led|put|set|became|made|got|fought|built|drew|shut|ran|went|came|found|kept|paid|spent|sought|threw|stole|swore|flew|withdrew|overthrew|grew|chose|drove|forbade|froze|laid|shook|shrank|stood|swept|taught|tore|underwent|upheld|wrote|brought|caught|blew|beat|dealt|quit|split|spread|retook|rebuilt|begun|broken|chosen|driven|fallen|flown|frozen|given|gone|grown|hidden|known|overthrown|risen|seen|shaken|shown|spoken|stolen|stricken|sunk|sworn|taken|thrown|torn|withdrawn|written|withheld|forbidden|done)$/;
const between = /^(?:also|now|again|just|already|only|officially|formally|since|then|both|all|recently|been|being)$|ly$/;
const nominal =
  /^(?:an?|the|its|their|his|her|of|in|on|for|with|by|from|at|no|any|some|more|which|whose|over|against|about|into|amid|new|s|this|that|these|those|under|than|as|after|before|during|through|without|several|many|most|few|and|or|to|not|will|would|may|might|could|can|should|must|had)$/;
const adjective = /(?:an|ese|ish|ch|i|ek|ic|ss)$/;
const behindVerb = /^(?:an?|the|its|their|his|her|to|for|in|on|at|from|with|over|all|some|more|out|off|up|down|into|back)$/;

/** Positions of the words that tell so; empty for none. What is to come, wished for or long past ("had") is left out. */
export function doneAt({ words, text }: Told): number[] {
  return [...words.keys()].filter((at) => {
    const word = words[at];
    if (!word || at === 0 || word.capital || word.plain.length < 3) return false;
    const isPast = /ed$/.test(word.plain) || irregular.test(word.plain);
    let back = at - 1;
    while (back > 0 && between.test(words[back]?.plain ?? '')) back--;
    const before = words[back];
    if (!before) return false;
    if (/^(?:has|have|was|were|is|are)$/.test(before.plain)) return isPast && !/^(?:to|not)$/.test(words[back - 1]?.plain ?? '');
    if (nominal.test(before.plain) || text.slice(words[at - 1]?.end, word.start) !== ' ') return false;
    const next = words[at + 1];
    if (isPast) return next?.plain !== 'by';
    // "American arms" arm nobody.
    const isBehindDoer = before.capital && (isCountryName(before.text, 'en') || !adjective.test(before.plain));
    return (
      isBehindDoer &&
      /[^s]s$/.test(word.plain) &&
      next !== undefined &&
      (behindVerb.test(next.plain) || /s$/.test(next.plain) || next.capital)
    );
  });
}

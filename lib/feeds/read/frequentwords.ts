// The words that stand most often in the headlines of some languages; leaves which of these languages a word is frequent in. They only
// decide whether a headline is put to the detector, never its language.

const words: Record<string, string> = {
  en: 'the of and to in for on with at by from after over as is are was were says said how why what who will his her their this that than about into against amid before under its has have be not new more a an',
  de: 'der die das und für von mit dem den im in ist nach auf bei über gegen wird sich nicht eine einen einer zum zur vor aus wie wegen sind ein auch will an so um',
  fr: 'le la les des une dans pour sur avec après aux du de est sont qui contre par ses selon entre plus comment pourquoi et un en au à l’ d’',
  es: 'el la los las del de una un por para con según tras contra entre sobre más sus cómo qué que y en se al su',
  it: 'il la le della dei delle di del gli nel per alla sono dopo contro tra sulla dal degli più un una e in con si da che al',
  pt: 'o os a as dos das do da de uma um em não após são ao pelo pela contra sobre entre mais seu sua é e no na com para por que',
  nl: 'de het een van voor met naar bij niet zijn op door tegen wordt ook uit en in is over om aan te na',
  sv: 'och att det som en på är av för med den payment om efter har inte från mot vid ska i under',
  da: 'og at det som en på er af for med den til om efter har ikke fra mod ved skal i der',
  no: 'og at det som en på er av for med den til om etter har ikke fra mot ved skal i',
  pl: 'i w na z do się nie o że jest po od za dla przez to jak są czy ale',
  cs: 've v na se že je do za pro při od po podle ale jak byl už s z o',
  tr: 've bir bu için ile da de olarak daha çok oldu yeni en sonra kadar son',
  id: 'yang dan di untuk dengan dari ini ke pada akan tidak dalam saat itu',
  ro: 'și în la cu pe de din care pentru că a un după o sunt mai este',
  hu: 'a az és nem hogy egy is már még meg el van lesz szerint',
  ru: 'в на и с по из за о об для не от что как после при его из-за к до у во',
  uk: 'в у на і й з із за про для не від що як після при його до та',
};

/** The languages of the list above in which the word, in small letters, is frequent; undefined for none. */
export const frequentIn: ReadonlyMap<string, ReadonlySet<string>> = byWord();
/** Letters of the longest of them. */
export const longestFrequent = Math.max(...[...frequentIn.keys()].map((word) => word.length));

function byWord(): Map<string, Set<string>> {
  const languages = new Map<string, Set<string>>();
  for (const [language, list] of Object.entries(words)) {
    for (const word of list.split(' ')) languages.set(word, (languages.get(word) ?? new Set()).add(language));
  }
  return languages;
}

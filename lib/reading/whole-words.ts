// Tells all that belongs to the word for an act where only a part of it was read: "weist ... zurück", "sets ... ablaze", "to sign". What
// it gives stands in the title to the letter, so that it can be quoted.

/** Where words begin and end in a title, in UTF-16 units. */
interface Stretch {
  start: number;
  end: number;
}

/** Second parts of German verbs that say something only together with the first; they end the clause. */
const particles =
  'ab an auf aus bei durch ein fest fort frei heim her hin hinaus lahm los mit nach nieder raus scharf still über um vor weg weiter wieder zu zurück zusammen';

/** Second parts that stand anywhere in the clause, by language; the first group takes each first part. */
const parts: Readonly<Record<string, RegExp>> = {
  de: /\b(?:verantwortlich|ablehnend gegenüber|dicht|fest|frei|lahm|zurück|gefangen|gleich|schuldig|(?:in|unter|auf|vor|ins|hinter|zur|zum|außer|aufs|dem) (?:(?:den|die|das|eine|seine|ihre|schwarze|die schwarze) )?(?:haft|freien fuß|gewahrsam|brand|kraft|frage|druck|strafe|eis|liste|\p{L}+liste|straße|gericht|spiel|visier|gefängnis|gitter|beschuss|feuer|kontrolle|hausarrest|tür|verfügung|rechenschaft|persona non grata|schutt und asche|aussicht|alarmbereitschaft|rücken|erdboden gleich|wehr|einsturz|fall|schau|probe|schweigen))(?![\p{L}\p{N}])/iu,
  en: /\b(?:ablaze|alight|on fire|hostage|captive|prisoner|to ransom|to justice|to account|on trial|on notice|on (?:high )?alert|on hold|on edge|at risk|on (?:\p{L}+ )?(?:black|sanctions |entity |terror )?list|under (?:pressure|fire|siege|arrest|house arrest|martial law)|accountable|responsible|offline|free|aside|apart|stranded|behind bars|in jail|into (?:exile|custody))(?![\p{L}\p{N}])/iu,
  fr: /\b(?:en garde|pour cible|en cause|en examen|en joue|au pas|à tabac|à sac|en otages?|en échec|à genoux|en demeure|sous (?:sanctions|pression|tutelle|embargo)|pour responsable|sur (?:la |une )?liste noire|à terre|à feu et à sang|en déroute)(?![\p{L}\p{N}])/iu,
  es: /\b(?:en jaque|en marcha|en libertad|en alerta|en duda|fin a|a prueba|responsables?|varad[oa]s|en la lista negra|contra las cuerdas|de rodillas|rehenes?|bajo (?:asedio|fuego|presión|arresto))(?![\p{L}\p{N}])/iu,
};

/** First parts that ask for such a second one. */
const halves: Readonly<Record<string, RegExp>> = {
  de: /^\p{Ll}[\p{L}]*(?: (?:sich|einander|sich gegenseitig))?$/u,
  en: /^(?:set|sets|setting|take|takes|took|taking|hold|holds|held|put|puts|bring|brings|brought|leave|leaves|left|throw|throws|threw|place|places|placed|keep|keeps|kept|send|sends|sent|tear|tears|tore|knock|knocks|force|forces|find|finds|found)$/i,
  fr: /^(?:met|mettent|mis|mettre|prend|prennent|pris|prendre|tient|tiennent|passe|passent|place|placent|remet|jette|jettent)$/i,
  es: /^(?:pone|ponen|puso|poner|toma|toman|deja|dejan|dejó|lleva|hace|mantiene|mantienen|coloca)$/i,
};

const lastParticle = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${particles.split(' ').join('|')})$`, 'u');
const clauseEnd = /[,;:!?…]|\s[-–—|]\s|["„“”«»]|\.(?:\s|$)|\s(?:und|aber|doch|während|and|but|as|after|while|amid|et|après|y|tras)\s/iu;

/** How far apart the parts may stand to be shown as one. */
const mostBetween = 48;

/**
 * The stretch of the title that holds the whole word for an act of which `read` is the part that was read; `read` itself where nothing is
 * wanting, or where the parts stand too far apart to be quoted as one.
 */
export function wholeWords(title: string, lang: string, read: Stretch): Stretch {
  const own = title.slice(read.start, read.end).trim();
  const language = lang.slice(0, 2).toLowerCase();
  if (language === 'en' && /(?:^|\s)to$/i.test(own)) return withNextWord(title, read);
  if (halves[language]?.test(own) !== true) return read;
  const rest = title.slice(read.end);
  const ends = rest.search(clauseEnd);
  const clause = ends < 0 ? rest : rest.slice(0, ends);
  const end = endOfPart(clause.trimEnd(), language);
  return end === 0 || end > mostBetween ? read : { start: read.start, end: read.end + end };
}

/** Where the second part ends in the clause behind the first; 0 where there is none. */
function endOfPart(clause: string, language: string): number {
  const part = parts[language]?.exec(clause);
  if (part) return part.index + part[0].length;
  return language === 'de' && lastParticle.test(clause) ? clause.length : 0;
}

/** "To" says nothing without the verb after it, "to be" nothing without what is done. */
function withNextWord(title: string, read: Stretch): Stretch {
  const next = /^\s+(?:(?:be|have|get|help|try to|continue to)\s+)*[\p{L}'-]+/u.exec(title.slice(read.end));
  return next === null ? read : { start: read.start, end: read.end + next[0].length };
}

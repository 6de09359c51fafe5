// Verbs of which a headline's reading finds one part, and what belongs to it: a row a part, a column a language.
import { patternOf, type WordRow } from '../language/word-rows.js';

const rows = {
  /** First parts that ask for a second one; German asks it of each verb. */
  first: {
    en: 'set|sets|setting|take|takes|took|taking|hold|holds|held|put|puts|bring|brings|brought|leave|leaves|left|throw|throws|threw|place|places|placed|keep|keeps|kept|send|sends|sent|tear|tears|tore|knock|knocks|force|forces|find|finds|found',
    fr: 'met|mettent|mis|mettre|prend|prennent|pris|prendre|tient|tiennent|passe|passent|place|placent|remet|jette|jettent',
    es: 'pone|ponen|puso|poner|toma|toman|deja|dejan|dejó|lleva|hace|mantiene|mantienen|coloca',
  },
  /** Second parts, which stand anywhere in the clause. */
  second: {
    en: 'ablaze|alight|aflame|on fire|hostage|captive|prisoner|to ransom|to justice|to account|on trial|on notice|on alert|on high alert|on hold|on edge|at risk|on blacklist|on _ list|on _ blacklist|on list|under pressure|under fire|under siege|under arrest|under house arrest|under martial law|accountable|responsible|offline|free|aside|apart|stranded|behind bars|in jail|into exile|into custody',
    de: 'verantwortlich|ablehnend gegenüber|dicht|fest|frei|lahm|zurück|gefangen|gleich|schuld|schuldig|in haft|auf freien fuß|in gewahrsam|in brand|in kraft|außer kraft|in frage|unter druck|unter strafe|auf eis|auf _ liste|auf die _liste|auf _liste|auf die liste|auf die schwarze liste|auf schwarze liste|auf die straße|vor gericht|aufs spiel|ins visier|ins gefängnis|hinter gitter|unter beschuss|unter feuer|unter kontrolle|unter hausarrest|vor die tür|zur verfügung|zur rechenschaft|zur persona non grata|in schutt und asche|in aussicht|in alarmbereitschaft|in den rücken|dem erdboden gleich|zur wehr|zum einsturz|zu fall|zur schau|auf die probe|zum schweigen',
    fr: 'en garde|pour cible|en cause|en examen|en joue|au pas|à tabac|à sac|en otage|en otages|en échec|à genoux|en demeure|sous sanctions|sous pression|sous tutelle|sous embargo|pour responsable|sur liste noire|sur la liste noire|sur une liste noire|à terre|à feu et à sang|en déroute',
    es: 'en jaque|en marcha|en libertad|en alerta|en duda|fin a|a prueba|responsable|responsables|varado|varada|varados|varadas|en la lista negra|contra las cuerdas|de rodillas|rehén|rehenes|bajo asedio|bajo fuego|bajo presión|bajo arresto',
  },
  /** Second parts of German verbs, which end the clause. */
  last: {
    de: 'ab|an|auf|aus|bei|durch|ein|entgegen|fest|fort|frei|heim|her|heraus|hin|hinaus|lahm|los|mit|nach|nieder|raus|scharf|still|über|um|vor|weg|weiter|wieder|zu|zurück|zusammen',
  },
  /** What says nothing without what belongs to it. */
  light: {
    en: 'to|give|gives|given|finds|find|takes|take|has|have|puts|put|makes|make|names|name|set|sets|ban|call|calls',
    de: 'macht|machen|gibt|geben|hält|halten|sieht|sehen|setzt|setzen|stellt|stellen|legt|legen|nimmt|nehmen|lässt|lassen|sagt|sagen|bringt|bringen|ruft|rufen|zieht|ziehen|rückt|rücken|reicht|reichen|wirft|werfen|werfen sich|stuft|stufen|bildet|bilden|weist|weisen|schlägt|schlagen|hebt|heben|lenkt|lenken|kündigt|kündigen|lehnt|lehnen|schiebt|schieben|fangen|fängt|stocken|stockt',
    fr: 'fait|met|donne|prend',
    es: 'toma',
  },
  /** What is told by the thing that it makes. */
  making: {
    en: 'deepen*|strengthen*|forg*|seal*|ink|inks|inked|sign*|mend*|upgrad*|initial|initials|extend*|boost*|renew*|restor*',
  },
  made: {
    en: 'tie|ties|relations|cooperation|partnership|partnerships|link|links|deal|deals|pact|pacts|agreement|agreements|treaty|treaties|accord|accords|declaration|declarations|mou|mous|truce|memorandum|memorandums',
  },
  /** By what somebody is asked to do what follows. */
  asking: {
    en: 'tell*|told|order*|ask*|urg*|want*|instruct*|invit*|call*|press*|push*',
  },
} as const satisfies Readonly<Record<string, WordRow>>;

/** The patterns of one language; null for a row that it does not have. */
interface VerbParts {
  first: RegExp | null;
  second: RegExp | null;
  last: RegExp | null;
  light: RegExp | null;
  making: RegExp | null;
  made: RegExp | null;
  asking: RegExp | null;
}

const known = new Map<string, VerbParts>();

/** Made once a language; null parts for a language that the table does not have. */
export function verbPartsOf(lang: string): VerbParts {
  const code = lang.slice(0, 2).toLowerCase();
  const there = known.get(code);
  if (there !== undefined) return there;
  const of = (row: WordRow, where: Parameters<typeof patternOf>[1]): RegExp | null => {
    const words = row[code];
    return words === undefined ? null : patternOf([{ [code]: words }], where);
  };
  const parts: VerbParts = {
    // Any German verb may have two parts: it begins with a small letter, and what was read may hold whom it concerns.
    first: code === 'de' ? /^\p{Ll}\p{L}*(?: [\p{L} ]+)?$/u : of(rows.first, 'whole'),
    second: of(rows.second, 'anywhere'),
    last: of(rows.last, 'end'),
    light: of(rows.light, 'whole'),
    making: of(rows.making, 'whole'),
    made: of(rows.made, 'anywhere'),
    asking: of(rows.asking, 'anywhere'),
  };
  known.set(code, parts);
  return parts;
}

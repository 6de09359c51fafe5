// A text as the check reads it: what is written together that is two things, and signs that are written in several ways.
/** Whom one is for or against, written in one word: "proiranien", "Antichinesische". */
const sided =
  /(?<!\p{L})(pro|anti|про|анти)(?=(?:irani|irak|iraq|isra[eë]l|chines|chinois|chino|russ|rusa|ruso|ukrain|ucrani|am[eé]ri|europ|türk|turc|turq|kurd|palästin|palest|syri|siri|saud|houth|huthi|occident|росс|украин|запад|америк|китай|иран|европ|турец|грузин))/giu;

/** "U.S." in one word, curly apostrophes straight. */
export function tidied(text: string): string {
  return text
    .replace(sided, '$1-')
    .replace(/(?<!\p{L})\p{Lu}(?:\.\p{Lu})+(?!\p{L})\.?/gu, (dotted) => dotted.replaceAll('.', ''))
    .replace(/[’‘ʼ]/gu, "'");
}

/** Spaces as they are said: each one plain space, those of no width out; a letter and its accent one. */
export function evened(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/gu, ' ')
    .normalize('NFC');
}

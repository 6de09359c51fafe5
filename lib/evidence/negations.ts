// Words by which a deed is told as not to be, not done any more, or done only if another is not.

/** "warned against sending troops" says that none are to be sent. */
export const against = /\b(?:warn|advis|caution|vot|decid|speak|spok|argu|campaign|rul)\p{Ll}*\b.*\bagainst\b/iu;

/** "no Kenyan troops remain" of those that are withdrawn, "no longer faces charges" of those that are dropped. */
export const noLonger = /\bno longer\b|\bno\s(?:\p{L}+\s){0,4}(?:remain|are left|is left)/iu;
export const ended: ReadonlySet<string> = new Set([
  'retreat',
  'recall',
  'withdraw',
  'drop',
  'cancel',
  'lift',
  'leave',
  'end',
  'stop',
  'abolish',
  'fall',
]);

/** How titles say so. */
export const opposed =
  /\b(?:against|gegen|contra|contre|warn\p{L}* vor|warnt \p{L}+ vor|déconseill\p{L}*)(?!\p{L})|против|предостерега|反对|ضد|معارض|حذر\p{L}*\s(?:\p{L}+\s)?من/iu;

/** "unless they are handed over": if they are not. */
export function unlessIn(quoted: string): boolean {
  return /\b(?:unless|until|till|before)\b|\b(?:bevor|ehe|avant|antes)\b|прежде|до того|之前|قبل|es sei denn|\bbis\b|sauf si|jusqu|a menos que|hasta|если не|пока|除非|直到|إلا إذا|حتى/iu.test(
    quoted,
  );
}

// Words by which a headline judges instead of telling, by their beginnings, as data. A headline that holds none of them is the
// better name for an event.
import { tokensOf } from '../../../lib/reading/text/tokens.js';
import { quotesOf } from '../../../lib/reading/wording/quotes.js';

const loaded = `
brutal barbar savage heinous horrific horror bloodthirst bloodbath massacre butcher slaughter carnage evil cruel ruthless reckless vicious
so-called illegal unlawful illegitimate unprovoked provocation heroic hero brave befitting glorious liberat terror regime puppet thug tyrant
slam blast lash rage fury furious outrage shame disgrace shock stun chaos crush humiliat cripple pound destroy punish bully bullying naked
censorship machine hypocri lie lies propaganda so-called haggle stall finally overdue scalp played bends afloat spectre nightmare doom
desperate starving freeze claims stolen steal rare triumph pretext count+the+cost hidden+price condemn decry blames dares meddl
aggress warmonger brutality eurocrat elite woke radical extremist
brutal grausam barbarisch terror sogenannt angeblich illegal völkerrechtswidrig feige heldenhaft skandal schande chaos pokert irrsinn
endlich hetze regime schurke provokation propaganda wahnsinn dreist kriegskasse straft zahlen
brutal barbare sauvage odieux prétendu soi-disant illégal héroïque honte scandale régime terreur provocation complot fustige dénonce étau
fantôme encore crie bras+de+fer
brutal salvaje supuesto ilegal heroico vergüenza régimen terrorista provocación
жесток зверск варварск так+называем незаконн героическ позор режим террор провокац преступн наглый якобы боевик каратель надуманн
безосновательн
`;

const beginnings = [...new Set(loaded.trim().split(/\s+/))].map((word) => word.replaceAll('+', ' '));

/** How many words of a headline judge on its own word: none that stands in quotation marks, nor any that it ascribes to somebody. */
export function loadedWords(text: string, ascribed: readonly string[]): number {
  const own = ascribed.reduce((left, words) => left.replaceAll(words, ' '), unquoted(text));
  const lower = ` ${own.toLowerCase().replace(/[^\p{L}\p{M}-]+/gu, ' ')}`;
  return beginnings.filter((beginning) => lower.includes(` ${beginning}`)).length;
}

function unquoted(text: string): string {
  const tokens = tokensOf(text);
  return quotesOf(tokens).reduceRight(
    (left, { from, to }) => `${left.slice(0, tokens[from]?.start ?? 0)} ${left.slice(tokens[to - 1]?.end ?? left.length)}`,
    text,
  );
}

// Words by which a headline judges instead of telling, by their beginnings, as data. A headline that holds none of them is the
// better name for an event.
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

/** How many words of a headline judge. */
export function loadedWords(text: string): number {
  const lower = ` ${text.toLowerCase().replace(/[^\p{L}\p{M}-]+/gu, ' ')}`;
  return beginnings.filter((beginning) => lower.includes(` ${beginning}`)).length;
}

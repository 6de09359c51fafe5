// What an actor may do, in plain words, as CAMEO, GDELT and ICEWS code events. Each action is mapped to its CAMEO root code.
// https://parusanalytics.com/eventdata/cameo.dir/CAMEO.Manual.1.1b3.pdf

/** Each action and the root of CAMEO it belongs to; '' where CAMEO has none. */
const cameoRoots = {
  attack: '19',
  threaten: '13',
  accuse: '11',
  condemn: '11',
  reject: '12',
  demand: '10',
  sanction: '16',
  restrict: '17',
  arrest_or_try: '17',
  protest: '14',
  coerce: '17',
  mobilise_or_drill: '15',
  seize_or_occupy: '19',
  withdraw_or_yield: '08',
  negotiate: '04',
  agree_or_sign: '05',
  aid: '07',
  supply_arms: '07',
  support_or_recognise: '05',
  visit_or_meet: '04',
  mediate: '04',
  appoint_or_elect: '',
  legislate_or_rule: '',
  announce_or_state: '01',
  deny: '12',
  expel: '16',
  cyber: '17',
  trade_deal: '05',
  other: '',
} as const;

export type Action = keyof typeof cameoRoots;
export const actions = Object.keys(cameoRoots) as readonly Action[];

/** The root code of CAMEO of a stored action; empty where there is none. */
export function cameoRootOf(action: string): string {
  return Object.entries(cameoRoots).find(([name]) => name === action)?.[1] ?? '';
}

/** How real the act is: done, said by somebody to be done, announced as a threat or a plan, denied, or asked for. */
export const modes = ['done', 'claimed', 'threatened', 'planned', 'denied', 'demanded'] as const;
export type Mode = (typeof modes)[number];

/** Acts by which somebody is hit: their victims may be people and things of a state, and the place where it happens speaks for them. */
export const forceful: ReadonlySet<Action> = new Set<Action>(['attack', 'seize_or_occupy', 'cyber']);

/** Acts by which somebody helps another. */
export const helpful: ReadonlySet<Action> = new Set<Action>(['aid', 'supply_arms', 'support_or_recognise']);

/** Acts done together: both parties are sources, each towards the other. */
export const mutual: ReadonlySet<Action> = new Set<Action>(['negotiate', 'agree_or_sign', 'visit_or_meet', 'trade_deal']);

/** What is vowed and does no harm is planned. Arms that one is threatened with are told so by who threatens. */
export const harmless: ReadonlySet<Action> = new Set<Action>(['aid', 'supply_arms', 'support_or_recognise', 'visit_or_meet', 'mediate']);

/** Acts that somebody may be asked for with nobody named as met by them. */
export const bare: ReadonlySet<Action> = new Set<Action>(['negotiate', 'agree_or_sign']);

/** Acts that only say something: whoever does them is not named as doing the deed. */
export const speechActs: ReadonlySet<string> = new Set([
  ...['accuse', 'condemn', 'demand', 'deny', 'reject', 'announce_or_state', 'threaten', 'support_or_recognise', 'other'],
]);

// Firms and bodies of states do not do all that states do: firms whose word is news accuse, refuse and leave as states do; what they attack, take and deploy is told in the words of war.
import type { Action } from './actions.js';
import type { Draft } from './drafts.js';

const firms: ReadonlySet<string> = new Set(['MICROSOFT', 'GOOGLE']);
/** What soldiers and statesmen do. */
const warlike = new Set<Action>(['attack', 'seize_or_occupy', 'mobilise_or_drill', 'agree_or_sign', 'appoint_or_elect']);

/** They vote, and elect no government. */
const bodies: ReadonlySet<string> = new Set(
  'UN NATO ASEAN AU-UNION ECOWAS OAS ARAB-LEAGUE GCC WTO IAEA IMF OPEC BRICS SCO G7 G20 OSCE MERCOSUR'.split(' '),
);

/** Whether a firm is said to do what only states and armed men do: "Google preps assault on market". */
export function isOfFirm({ source, action, noun }: Draft): boolean {
  if (action === 'appoint_or_elect' && noun) return source?.every((id) => bodies.has(id)) === true;
  return source?.some((id) => firms.has(id)) === true && (noun || warlike.has(action));
}

// Whose a deed is that stands behind another act: his who is punished for it, helped to it or denied to have done it, and not the subject's.
import type { Action } from './actions.js';
import type { Entry } from './lexicon-file.js';
import { isPlain, type Policy } from './policy.js';
import { control, only, type State } from './state.js';
import type { Word } from './words.js';

/** Acts by which one answers what somebody did. */
const answers = new Set<Action>([
  'condemn',
  'sanction',
  'restrict',
  'expel',
  'arrest_or_try',
  'threaten',
  'attack',
  'coerce',
  'protest',
  'demand',
  'accuse',
]);

/** "condemns Israel for killing aid workers": it is told of whom he condemns, and he says so; who is thanked, or pays, for something is left open. True where it was placed. */
export function punish(s: State, { form }: Entry, at: number): boolean {
  const { open, words, punisher } = s;
  if (punisher && form === 'F') {
    // "... and expels envoys": he himself again.
    Object.assign(s, { subject: punisher, punisher: null, controlled: false, mode: 'done', saidBy: s.context.saidBy, open: null });
    return true;
  }
  // "félicite Ankara d'avoir frappé Le Caire": who is thanked for it did it, or another whom nobody names.
  if (open?.action === 'support_or_recognise' && open.filled && words[at - 1]?.text === 'avoir') control(s, undefined);
  if (s.blamer || !isReason(s.policy, form, words[at - 1], words[at - 2])) return false;
  if (!open || open.noun) {
    // "pays Armenia for killing officers": of whom a verb that nobody listed tells it is left open.
    if (open || s.unknown || s.giving) control(s, undefined);
    return true;
  }
  const { source, target, filled, action } = open;
  Object.assign(s, { prep: null, punisher: s.subject ?? s.first, subject: null, mode: 'claimed', saidBy: only(source) ?? '' });
  control(s, filled && target && answers.has(action) ? target : undefined);
  return true;
}

/** "for killing", "por atacar", "pour avoir tué": the words by which a headline says what somebody did to be punished. */
function isReason(policy: Policy, form: Entry['form'], one: Word | undefined, other: Word | undefined): boolean {
  if (isPlain(policy)) return form === 'G' && (/^(?:for|over)$/.test(one?.text ?? '') || /^(?:for|over)$/.test(other?.text ?? ''));
  if (!policy.adjectiveAfter || policy.idafa) return false;
  if (form === 'B') return /^(?:por|per)$/.test(one?.text ?? '');
  return /^(?:avoir|haber|aver|ter)$/.test(one?.text ?? '') && /^(?:pour|por|per)$/.test(other?.text ?? '');
}

/** Verbs that an object and a bare verb follow. */
const helps = /^(?:help|let|make|made|see|saw|seen|watch)(?:s|ed|es)?$/;

/** "denies Uganda attacked Chad", "helps Uganda fight Chad": who stands right before the verb does it, or does what he is helped or let to do. */
export function another(s: State, { form }: Entry, at: number): void {
  const { last, policy, words } = s;
  // "提供武器打击...": what arms are for is not done with them yet.
  if (policy.prepositionsFirst && s.open?.action === 'supply_arms' && words[at - 1]?.start === s.open.start) s.may = true;
  const romance = policy.adjectiveAfter && !policy.idafa;
  if (policy.verbLast || !last || last.actors.length === 0) return;
  const before = words[at - 1]?.text ?? '';
  const whom = last.to === at ? last : null;
  // "helped Uganda hit Chad": a verb whose base form is also its past.
  if (whom && isPlain(policy) && helps.test(words[whom.from - 1]?.text ?? '') && form !== 'G') control(s, undefined);
  else if (s.mode === 'denied' && s.controlled && form !== 'B' && form !== 'G') {
    const does =
      whom ??
      (romance && last.to === at - 1 && /^(?:a|ait|aient|avait|haya|hayan|hubiera|ha|abbia|abbiano|tenha|tenham)$/.test(before)
        ? last
        : null);
    // "否认向俄罗斯提供武器": who stands behind a preposition is met.
    if (does && does !== s.first && words[does.from - 1]?.role?.class !== 'prep') control(s, does.actors);
  } else if (
    form === 'B' &&
    !words.slice(0, at).some(({ role }) => role?.class === 'who') &&
    !policy.idafa &&
    !policy.prepositionsFirst &&
    !(s.controlled && !isPlain(policy))
  ) {
    const led = romance && last.to === at - 1 && Boolean(words[at - 2]?.naming) && /^(?:à|a|ad|de|di|d')$/.test(before);
    const bare =
      !isPlain(policy) && whom !== null && Boolean(words[at - 1]?.naming) && words.slice(0, at - 1).some(({ naming }) => naming !== null);
    // "Protesters in Kenya burn flag": they do it, wherever they are.
    const there = isPlain(policy) && whom !== null && s.subject?.to === whom.from - 1 && words[whom.from - 1]?.role?.frame[0] === 'in';
    if (bare || led || (whom && whom !== s.subject && s.subject && !there && (!isPlain(policy) || s.prep === null))) control(s, undefined);
  }
}

/** "rejects Ugandan strike on Chad": whom the blow meets stands behind it. */
export function isUponAnother({ words }: State, at: number): boolean {
  const role = words[at]?.role;
  return (
    role?.class === 'prep' &&
    (role.frame[0] === 'against' || role.frame[0] === 'to') &&
    words.slice(at + 1, at + 4).some(({ naming }) => naming)
  );
}

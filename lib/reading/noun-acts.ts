// Acts told by a noun: "Israeli strike on Gaza", "imposes sanctions".
import { forceful, mutual } from './actions.js';
import { attach } from './attach.js';
import { isDrilledThere } from './chinese-objects.js';
import { isCheered } from './crowds.js';
import { type Draft, draftOf, type Party, refusalDraft, sourceOf, targetOf } from './drafts.js';
import { isLeave } from './gifts.js';
import { isIn } from './groups.js';
import type { Entry } from './lexicon-file.js';
import { menace } from './menace.js';
import { shells } from './owners.js';
import type { Phrase } from './phrase.js';
import { isOwner } from './phrase-names.js';
import { isPlain } from './policy.js';
import type { State } from './state.js';
import { ownerRole } from './verbal-nouns.js';
import type { Word } from './words.js';

/** Crimes are told by where they happen; only states that bomb are named as who does it. */
const crimes =
  /^(?:(?:car |suicide |truck |roadside |bomb |hotel |mosque |church |school |mass |train )*(?:bomb(?:ings?)?|blasts?|explosions?|shootings?|stabbings?|kidnappings?|abductions?|massacres?|gunfire|ambush(?:es)?|knife attack|gun attack))$/;
const bombers: ReadonlySet<string> = new Set('IL RU US SA TR SY MM SD UA IR ET AZ FR GB'.split(' '));
const isState = /^[A-Z]{2}$/;
const laid = /^(?:tariffs?|levies|duties)$/;
const sentOut = /^(?:troop |military |naval )?deployments?$/;
/** "deal possible": it is not there. */
const open =
  /^(?:possible|near|likely|unlikely|close|imminent|impossible|elusive|unclear|uncertain|suspected|feared|foiled|thwarted|averted|prevented|alleged)$/;
/** Who breaks a truce makes none: "accuses Delhi of breaching truce", "Verletzung der Waffenruhe". */
const breach =
  /^(?:breach|violat|break|broken?$|flout|verletz|bruch|brech|brach|viol|romp|rompt|ruptur|incumpl|наруш|срыв|сорва|خرق|انتهاك|انتهك|ينتهك|تنتهك|يخرق|تخرق)/iu;

function isBroken({ undo, words }: State, { action }: Entry, at: number): boolean {
  if ((action !== 'agree_or_sign' && action !== 'negotiate') || undo !== null) return false;
  return words.slice(Math.max(0, at - 4), at).some(({ text }) => breach.test(text));
}

/** "escapes Ugandan sanctions": what is no blow is kept from happening by it; a blow is only survived. */
function isEvaded(s: State, { action }: Entry): boolean {
  if (!s.suffer || action === null || forceful.has(action)) return false;
  return s.words.some(({ role }) => role?.class === 'suffer' && /^(?:escap|dodg)/.test(role.written));
}

/** "niega mediación alguna": who denies a mediation did not mediate himself, nor did who speaks of an election hold it. */
function isDisputed({ mode, light }: State, { action }: Entry): boolean {
  if (action === 'mediate') return mode === 'denied';
  return action === 'appoint_or_elect' && light !== null && (mode === 'denied' || mode === 'claimed');
}

/** The draft of an act that a noun of the phrase tells, put behind the others; null where it tells none here. The phrase must hold an act. */
export function nounAct(s: State, phrase: Phrase): Draft | null {
  const { entry, at } = phrase.act as { entry: Entry; at: number };
  if (!entry.action || isEvaded(s, entry) || isBroken(s, entry, at) || isDrilledThere(s, phrase)) return null;
  if (s.light && s.prep && s.policy.spaced && !s.prep.some((prep) => prep === 'with' || prep === 'about' || prep === 'of')) s.light = null;
  const light = s.light;
  const named: Party = phrase.mixed ? undefined : phrase.actors.length > 0 ? phrase.actors : null;
  const victim = (phrase.place || isEmbassy(s, phrase, at)) && forceful.has(entry.action);
  const together = (s.policy.idafa || s.policy.prepositionsFirst) && mutual.has(entry.action) && phrase.actors.length === 2;
  const behindOf = entry.frame.includes('obj') || (entry.frame.includes('of') && !forceful.has(entry.action));
  const after: Party = phrase.after.length > 0 ? phrase.after : null;
  let doer: Party = light ? (s.controlled ? s.actor : sourceOf(s.subject ?? s.context.subject, entry.action)) : null;
  // "Kyiv reports shelling by Russia": who reports a blow did not strike it.
  if (light && forceful.has(entry.action) && isPlain(s.policy) && /^(?:report|record|register)/.test(light.written)) doer = null;
  if (light) s.first ??= s.subject;
  if (light?.frame[0] === 'reply' && s.prep?.includes('against')) return answered(s, phrase, named);
  const said = light?.class === 'light' && s.mode === 'claimed' && named !== null && !phrase.bare && !victim;
  let source: Party = victim ? null : named;
  let target: Party = victim ? named : null;
  if (light && !said) {
    target = phrase.bare || victim || mutual.has(entry.action) ? named : null;
    const others = named?.some((id) => !doer?.includes(id)) && !phrase.bare && !victim && !mutual.has(entry.action);
    source = others || phrase.mixed ? undefined : doer;
  }
  // "Oman hosts US-Iran talks": the host is no party to them.
  const hosted = light !== null && named !== null && mutual.has(entry.action) && /^(?:host|broker|mediat|facilitat)/.test(light.written);
  if (hosted) [source, target] = [named?.length === 2 ? named : undefined, null];
  if (s.suffer) target = targetOf(s.subject, entry.action);
  const doers = shells({ frame: entry.frame, noun: true }, phrase.after) && !isReproached(s);
  const owner = after && s.policy.idafa ? ownerRole(s.words, phrase) : null;
  if (owner === 'open') source = undefined;
  else if (after && (owner ? owner === 'target' : behindOf && !doers)) target = after;
  else if (after && source === null) source = after;
  else if (after && target === null && entry.frame.includes('of')) target = after;
  if (after && forceful.has(entry.action)) [source, target] = ofGenitive(s, phrase, source, target);
  // "تنقل جرحى": the wounded are carried and not struck; whoever tells of the dead need not have killed them.
  const victims = s.policy.idafa && light !== null && forceful.has(entry.action) && entry.frame.includes('by');
  if (victims && s.mode !== 'claimed') return null;
  if (victims) source = null;
  const both = mutual.has(entry.action) && after?.length === 2 && !light && target === null;
  if (both && entry.action === 'visit_or_meet') [source, target] = [after.slice(0, 1), after.slice(1)];
  const mode = light || (s.mode !== 'planned' && s.mode !== 'threatened') ? s.mode : 'done';
  const offered = light !== null && mutual.has(entry.action) && /^(?:offer|propos|float|suggest)/.test(light.written);
  const draft = draftOf(entry, s.words[at] as Word, {
    source,
    target,
    filled: (target !== null && !(light !== null && phrase.bare)) || together || both || hosted,
    mode: (offered || (light !== null && entry.action === 'supply_arms' && isLeave(light))) && mode === 'done' ? 'planned' : mode,
    saidBy: s.saidBy,
    noun: true,
    subject: light !== null,
    dropped:
      s.may ||
      (entry.action === 'appoint_or_elect' && s.policy.adjectiveAfter && light === null && s.prep !== null) ||
      isDisputed(s, entry) ||
      isRefused(s, entry, named ?? (s.open?.action === 'condemn' ? after : null)) ||
      (isPlain(s.policy) && open.test(s.words[phrase.to]?.text ?? '')),
    bare: phrase.bare && !light && isOpen(s, entry, at),
    private: (s.policy.idafa && phrase.hit === 'private') || (s.suffer && s.subject?.head === 'private'),
    soft: s.policy.idafa && phrase.hit !== 'official',
  });
  if (s.words.slice(phrase.from, at).some((word) => word.naming !== null && isIn(word, 'leader'))) draft.leader = 'doer';
  // "Afghan bombings": whose land it is, and not who did it.
  if (crimes.test(s.words[at]?.text ?? '') && draft.source?.every((id) => isState.test(id) && !bombers.has(id))) draft.source = undefined;
  // "after Texas school shooting": a place before a crime is where it was.
  if (victim && !s.blamer && crimes.test(s.words[at]?.text ?? '')) draft.town = true;
  // "Trump rally": whose it is is cheered by it.
  if (draft.action === 'protest' && isCheered(s.words, phrase, at)) draft.dropped = true;
  if (draft.private) draft.target = null;
  if (s.policy.idafa && entry.action === 'arrest_or_try' && !after?.includes('@opposition'))
    Object.assign(draft, { target: null, filled: true });
  if (light && s.not && (s.mode === 'planned' || s.never || light.form === 'U') && doer)
    s.drafts.push(refusalDraft(draft, doer, s.context.official));
  const holder =
    s.policy.prepositionsFirst && !light && source === null ? s.pending.find(({ preps }) => preps.includes('against'))?.holder : null;
  if (holder?.head === 'actor') draft.source = sourceOf(holder, entry.action);
  s.drafts.push(draft);
  if (light) menace(s, draft, true);
  if (light && s.policy.adjectiveAfter) s.giving = null;
  const suffers = s.suffer;
  s.light = null;
  s.suffer = false;
  if (s.be && light && s.policy.prepositionsFirst) undergo(s, draft);
  for (const { preps, phrase: behind, act } of s.policy.prepositionsFirst || light || (suffers && s.policy.idafa)
    ? s.pending.splice(0)
    : []) {
    s.open = draft;
    attach(s, preps, behind, act);
  }
  return draft;
}

/** What is refused or not given is not done; the blow that somebody will not condemn fell, and what is somebody's who is named he did. */
function isRefused({ refusing, not, light, open }: State, { action }: Entry, named: Party): boolean {
  const fell = open?.action === 'condemn' && action !== null && forceful.has(action);
  return (light !== null && (refusing || not)) || (refusing && !named && !fell);
}

/** "Angriff russischer Drohnen", "Tötung russischer Soldaten": whose a German blow is, by what he is named with; whose towns and people are is open. */
function ofGenitive({ words, policy }: State, { act, after }: Phrase, source: Party, target: Party): [Party, Party] {
  const owner = act ? words[act.at + 1] : undefined;
  if (!act || owner === undefined || !isOwner(act, owner, act.at + 1, policy)) return [source, target];
  const { role = null, naming = null } = words[act.at + 2] ?? {};
  const name = role?.class;
  // "Angriffe jemenitischer Huthi": a movement acts for itself.
  if (naming && !naming.state) return [naming.ids, target];
  if (isIn(words[act.at], 'suffered'))
    return name === 'official' || name === 'people' || name === 'armed' ? [null, after] : [undefined, target];
  return [name === 'official' || name === 'armed' ? source : undefined, target];
}

/** "осудила Кению за обстрел ХАМАС": whoever is condemned for it has done it. */
function isReproached({ open, blamer, punisher }: State): boolean {
  return blamer !== null || punisher !== null || (open?.action === 'condemn' && !open.noun && open.filled);
}

/** Whether whose an act is stays open where a bare name stands before it: a missile test is the state's, "Iraq deployment" says where. */
function isOpen({ policy, open, words }: State, { action }: Entry, at: number): boolean {
  if (policy.prepositionsFirst && open?.action === 'condemn') return false;
  // "Trump tariffs": a leader's are those that he lays.
  if (isPlain(policy) && laid.test(words[at]?.text ?? '') && isIn(words[at - 1], 'leader')) return false;
  return action !== 'mobilise_or_drill' || sentOut.test(words[at]?.text ?? '');
}

/** "Turkish embassy attack": it was upon the embassy. */
function isEmbassy({ words, policy }: State, { from }: Phrase, at: number): boolean {
  return isPlain(policy) && /^(?:embass(?:y|ies)|consulates?)$/.test(words[at - 1]?.text ?? '') && at - 1 > from;
}

/** 印度被美国加征关税: what is imposed meets the subject, and comes from who stands behind the sign of the passive. */
function undergo(s: State, draft: Draft): void {
  const by = s.pending.findIndex(({ preps }) => preps.includes('by'));
  draft.source = by < 0 ? null : sourceOf(s.pending.splice(by, 1)[0]?.phrase ?? null, draft.action);
  draft.target = targetOf(s.subject, draft.action);
  draft.filled = true;
  s.be = false;
}

/** "ترد على هجوم": what is answered was done to who answers. */
function answered(s: State, phrase: Phrase, source: Party): Draft {
  const { entry, at } = phrase.act as { entry: Entry; at: number };
  const target = targetOf(s.subject, entry.action ?? 'other');
  const draft = draftOf(entry, s.words[at] as Word, { source, target, filled: target !== null, noun: true, saidBy: s.saidBy });
  s.drafts.push(draft);
  return draft;
}

// Reads a clause from left to right, as a hurried reader does: who is named before the act did it, who is named after it was met by it;
// "by" and passives turn that round, prepositions and cases say who else. What it cannot place it leaves open.
import type { Action, Mode } from './actions.js';
import { forceful, mutual } from './actions.js';
import { type Draft, draftOf, type Party, sourceOf, targetOf } from './drafts.js';
import type { Entry, Prep } from './lexicon-file.js';
import { type Phrase, readPhrase } from './phrases.js';
import type { Policy } from './policy.js';
import { has, isPredicate } from './roles.js';
import type { Word } from './words.js';

/** Who turns these away turns upon whom they would help. */
const helps = new Set<Action>(['aid', 'supply_arms', 'support_or_recognise']);

/** What one is threatened with. */
const hostile = new Set<Action>([
  'attack',
  'sanction',
  'restrict',
  'seize_or_occupy',
  'expel',
  'withdraw_or_yield',
  'mobilise_or_drill',
  'cyber',
  'supply_arms',
  'arrest_or_try',
]);

/** What a clause takes over from those before it. */
export interface Context {
  /** Who tells it; null for the outlet itself, '' for somebody who is no actor. */
  saidBy: string | null;
  /** The subject of the clause before, for a clause that begins with its verb. */
  subject: Phrase | null;
  asked: boolean;
  /** How real the acts before were, for a clause that goes on with an infinitive: "to recognise X, impose sanctions on Y". */
  mode: Mode;
  /** They were refused or doubtful. */
  held: boolean;
}

export interface Scan {
  drafts: Draft[];
  /** The first subject of a verb. */
  subject: Phrase | null;
  /** Passives at the very beginning, whose subject is in the next clause. */
  waiting: Draft[];
  mode: Mode;
  /** They were refused or doubtful. */
  held: boolean;
}

/** The acts of one clause, in order of their words. */
export function scanClause(words: readonly Word[], policy: Policy, context: Context): Scan {
  return new Scanner(words, policy, context).run();
}

class Scanner {
  private readonly drafts: Draft[] = [];
  private readonly waiting: Draft[] = [];
  private subject: Phrase | null = null;
  private first: Phrase | null = null;
  private last: Phrase | null = null;
  private open: Draft | null = null;
  private light: Entry | null = null;
  private prep: readonly Prep[] | null = null;
  private pending: { preps: readonly Prep[]; phrase: Phrase; act: Draft | null }[] = [];
  private object: Phrase | null = null;
  private mode: Mode = 'done';
  private saidBy: string | null;
  /** Who does what follows, where another wants or says it: "urges X to ...", "says it ...". */
  private actor: Party;
  private controlled = false;
  private be = false;
  private have = false;
  private not = false;
  private may: boolean;
  private undo: Draft | null = null;
  private suffer = false;
  private antecedent: Phrase | null = null;
  private blamer: Draft | null = null;
  private refusing = false;
  private giving: Entry | null = null;
  private subjectAct: Draft | null = null;
  private recipient: Phrase | null = null;
  /** What the last phrase was to the open act. */
  private lastRole: 'place' | 'target' | 'source' | null = null;
  /** A verb stood there that the lexicon does not know. */
  private unknown = false;
  /** The next one named is only told something. */
  private addressed = false;
  private threat: Draft | null = null;
  private lead: Phrase | null = null;

  constructor(
    private readonly words: readonly Word[],
    private readonly policy: Policy,
    private readonly context: Context,
  ) {
    this.saidBy = context.saidBy;
    this.may = context.asked;
    if (this.saidBy !== null) this.mode = 'claimed';
  }

  run(): Scan {
    for (let at = 0; at < this.words.length; ) {
      const role = this.words[at]?.role ?? null;
      const next = role ? this.step(role, at) : null;
      if (next !== null) {
        at = next;
        continue;
      }
      const phrase = readPhrase(this.words, at, this.policy);
      if (!phrase) {
        at++;
        continue;
      }
      this.place(phrase);
      this.prep = null;
      at = phrase.to;
      if (phrase.verbFollows) {
        this.unknown = true;
        if (!this.open?.noun) this.open = null;
        at++;
      }
    }
    return {
      drafts: this.drafts,
      subject: this.first ?? this.lead,
      waiting: this.waiting,
      mode: this.mode,
      held: this.may || this.refusing,
    };
  }

  /** "to recognise X, impose sanctions on Y": an infinitive that goes on is planned too. */
  private goOn(role: Entry): void {
    if (
      role.form === 'B' &&
      !this.subject &&
      !this.controlled &&
      this.mode === 'done' &&
      this.drafts.length === 0 &&
      this.context.subject
    ) {
      this.mode = this.context.mode;
      this.may ||= this.context.held;
    }
  }

  /** Takes a word of the grammar; null where the word begins a phrase. */
  private step(role: Entry, at: number): number | null {
    if (isPredicate(role)) this.goOn(role);
    if (role.class === 'verb' && role.form === 'G' && this.open?.action === 'reject' && !this.open.filled) {
      Object.assign(this.open, { filled: true, refused: true });
      this.refusing = true;
      this.control(this.open.source);
    }
    switch (role.class) {
      case 'prep':
        if (this.prep === null || !role.frame.includes('of')) this.prep = role.frame;
        return at + 1;
      case 'be':
        this.be = true;
        return at + 1;
      case 'have':
        this.have = true;
        return at + 1;
      case 'not':
        this.not = true;
        if (role.form === 'U' && this.mode === 'done') this.mode = 'planned';
        return at + 1;
      case 'may':
        this.may = true;
        return at + 1;
      case 'plan':
        return this.plan(role, at);
      case 'who':
        this.relative(role);
        return at + 1;
      case 'say':
        if (role.form === 'A' && (has(this.words[at + 1], 'prep') || at === this.words.length - 1) && this.subjectAct) return at + 1;
        if (role.frame[0] === 'of') return this.according(at + 1);
        this.said(role);
        return at + 1;
      case 'stop':
        this.open = null;
        return at + 1;
      case 'and':
      case 'it':
      case 'part':
        return at + 1;
      case 'light':
        this.light = role;
        this.open = null;
        this.passiveLight(role, at);
        return at + 1;
      case 'give':
      case 'take':
        this.giving = role;
        this.light = { ...role, class: 'light' };
        this.open = null;
        this.first ??= this.subject;
        this.passiveLight(role, at);
        return at + 1;
      case 'suffer':
        this.first ??= this.subject;
        if (role.action) this.begin({ ...role, form: 'P' }, at, true);
        else this.suffer = true;
        return at + 1;
      case 'verb':
      case 'vow':
      case 'refuse':
      case 'urge':
      case 'call':
      case 'deny':
      case 'undo':
        this.verb(role, at);
        return at + 1;
      default:
        return null;
    }
  }

  private plan(role: Entry, at: number): number {
    const before = this.words[at - 1];
    if (
      role.form === 'F' &&
      before &&
      (before.mark === "'s" || before.role?.class === 'the' || before.role?.class === 'prep' || before.naming?.sort === 'adjective')
    ) {
      this.may = true;
      return at + 1;
    }
    if (role.form === 'U') this.be = false;
    const purpose = (this.open !== null || this.unknown) && !this.controlled && role.form !== 'F';
    if (this.blamer) return at + 1;
    if (this.mode === 'claimed') this.may = true;
    else if (purpose) this.may = true;
    else if (this.mode === 'done') this.mode = 'planned';
    if (role.form === 'F') this.light = { ...role, class: 'light' };
    if (!purpose) this.open = null;
    return at + 1;
  }

  private verb(role: Entry, at: number): void {
    const passive = this.isPassive(role, at);
    const draft = this.begin(role, at, passive);
    switch (role.class) {
      case 'vow':
        this.mode = 'threatened';
        if (role.action === null) Object.assign(draft, { action: 'threaten', dropped: true });
        this.threat = draft;
        this.control(draft.source);
        this.light = { ...role, class: 'light' };
        break;
      case 'refuse':
        this.close(draft, 'reject', role);
        this.refusing = true;
        this.control(draft.source);
        break;
      case 'deny':
        this.close(draft, 'deny', role);
        this.mode = 'denied';
        this.saidBy ??= only(draft.source);
        this.control(draft.source);
        this.light = { ...role, class: 'light' };
        break;
      case 'urge':
        draft.action = role.action ?? 'demand';
        this.mode = 'demanded';
        this.control(null);
        break;
      case 'call':
        draft.action = role.action ?? 'demand';
        this.mode = 'demanded';
        this.control(undefined);
        break;
      case 'undo':
        if (draft.action === 'legislate_or_rule') break;
        this.undo = draft;
        draft.undo = true;
        draft.charged = draft.action === 'attack' && this.saidBy !== null && !draft.source?.includes(this.saidBy);
        break;
      default:
        if (role.action === 'accuse' && !passive) {
          this.blamer = draft;
          this.mode = 'claimed';
          this.control(undefined);
        }
    }
    this.be = false;
    this.have = false;
    this.not = false;
  }

  /** To refuse or deny something is an act by itself: nobody is met by it. */
  private close(draft: Draft, action: Action, role: Entry): void {
    draft.action = role.action ?? action;
    draft.target = null;
    draft.filled = true;
    draft.refused = true;
  }

  private control(actor: Party): void {
    this.controlled = true;
    this.actor = actor;
  }

  private isPassive(role: Entry, at: number): boolean {
    const { form } = role;
    if (form === 'P') return !this.have || this.be;
    if (form !== 'A') return false;
    if (this.have) return this.be;
    if (this.be) return true;
    if (!role.frame.includes('obj')) return false;
    const next = this.words[at + 1];
    if (next === undefined) return true;
    if (next.mark === '"') return false;
    if (next.mark !== '') return true;
    const follows = next.role?.class;
    if (follows === 'prep')
      return (
        next.role?.frame.includes('by') === true ||
        !next.role?.frame.some((prep) => prep !== 'in' && role.frame.includes(prep)) ||
        role.frame.includes('obj')
      );
    return follows === 'how' || follows === 'and' || follows === 'plan';
  }

  private begin(role: Entry, at: number, passive: boolean): Draft {
    const word = this.words[at] as Word;
    const armed = role.action === 'visit_or_meet' && this.subject?.head === 'armed';
    const action = armed ? 'attack' : (role.action ?? (role.class === 'undo' ? 'withdraw_or_yield' : 'other'));
    const inherits =
      !this.subject &&
      !this.controlled &&
      this.antecedent === null &&
      this.drafts.length === 0 &&
      this.pending.length === 0 &&
      this.context.subject !== null &&
      !(this.policy.verbFirst && role.form === 'F' && !this.context.subject);
    const pivot =
      this.policy.prepositionsFirst && !this.controlled && this.open && !this.open.noun && this.lastRole === 'target' ? this.open : null;
    if (pivot && (pivot.action === 'restrict' || pivot.action === 'reject')) this.may = true;
    const subject = pivot ? this.last : (this.subject ?? (inherits ? this.context.subject : null));
    this.first ??= subject;
    const done = !passive && forceful.has(action) ? this.subjectAct : null;
    const hit = !passive && role.form !== 'B' && !this.controlled && subject?.place === true && forceful.has(action) && this.policy.cases;
    const turned = passive || hit;
    const met =
      passive &&
      !this.be &&
      !this.policy.verbLast &&
      !this.policy.prepositionsFirst &&
      subject &&
      this.last &&
      this.last !== subject &&
      this.lastRole !== 'place' &&
      !this.controlled
        ? this.last
        : subject;
    const source: Party = done ? done.source : this.controlled ? this.actor : sourceOf(subject, action);
    if (done) done.dropped = true;
    const draft = draftOf(role, word, {
      ...(done ? { action: done.action, merged: done } : { action }),
      source: turned ? null : source,
      target: turned ? (this.controlled && !this.subject ? this.actor : targetOf(met, action)) : null,
      filled: turned,
      subject: subject !== null || this.controlled,
      mode: role.form === 'U' && this.mode === 'done' ? 'planned' : passive && !this.be && this.mode === 'planned' ? 'done' : this.mode,
      saidBy: this.saidBy,
      dropped: this.may || this.refusing || (role.form === 'U' && this.mode === 'claimed'),
      passive: turned,
    });
    if (
      subject?.court &&
      !turned &&
      (action === 'restrict' || action === 'expel' || action === 'legislate_or_rule' || action === 'withdraw_or_yield')
    )
      this.rules(draft, subject);
    if (turned && (met?.head === 'private' || (met?.head === 'people' && action === 'arrest_or_try'))) draft.private = true;
    if (passive && action === 'appoint_or_elect') draft.source = subject?.head === 'actor' ? subject.actors : null;
    draft.weak = !turned && subject?.head === 'thing';
    if (this.not) this.negate(draft, role);
    if (passive && draft.subject === false && this.drafts.length === 0) this.waiting.push(draft);
    this.drafts.push(draft);
    this.menace(draft, role.class === 'verb');
    this.open = draft;
    this.light = null;
    if (this.antecedent !== null && !passive) {
      draft.target = targetOf(this.antecedent, action);
      draft.filled = true;
      this.antecedent = null;
    }
    if (this.object && !draft.filled && draft.frame.includes('obj')) this.meet(draft, this.object, null);
    this.object = null;
    for (const { preps, phrase, act } of this.pending.splice(0)) this.attach(preps, phrase, act);
    this.open = draft;
    return draft;
  }

  /** A threat is told by what is threatened: it meets whom that would meet. */
  private menace(act: Draft, told: boolean): void {
    const { threat } = this;
    if (!threat || act === threat || !told || this.mode !== 'threatened') return;
    if (act.action === 'threaten') act.dropped = true;
    else if (!hostile.has(act.action)) return;
    if (!threat.filled) Object.assign(threat, { via: { draft: act, of: 'target' }, filled: true });
    if (!this.may && !this.refusing) threat.dropped = false;
    act.saidBy ??= only(threat.source);
    this.threat = null;
  }

  /** What a court stops or lifts is its own state's doing. */
  private rules(draft: Draft, court: Phrase): void {
    draft.action = 'legislate_or_rule';
    draft.target = court.actors.length > 0 ? court.actors : null;
    draft.filled = court.actors.length > 0 && draft.frame.includes('obj');
    if (court.actors.length === 0) draft.frame = ['obj'];
  }

  /** "will not condemn": to say no is an act of its own, and what is not done is not told. */
  private negate(draft: Draft, role: Entry): void {
    const refuses = draft.mode === 'planned' || role.form === 'U' || (role.form === 'F' && role.action === 'support_or_recognise');
    draft.dropped = true;
    if (!refuses || !draft.source || draft.passive || this.context.asked) return;
    this.drafts.push({
      ...draft,
      action: 'reject',
      target: null,
      filled: true,
      refused: true,
      mode: 'done',
      frame: ['none'],
      dropped: false,
      saidBy: null,
    });
  }

  /** "X, who ..." and "X, whom ...": the last one named acts, or is met. */
  private relative(role: Entry): void {
    const last = this.last ?? this.context.subject;
    this.open = null;
    this.controlled = false;
    if (role.frame[0] === 'to') {
      this.antecedent = last;
      this.subject = null;
    } else if (last) this.subject = last;
    else this.control(undefined);
  }

  /** "According to Kyiv ...": the one named next tells the rest. */
  private according(at: number): number {
    const skip = this.words[at]?.role?.class === 'prep' ? at + 1 : at;
    const phrase = readPhrase(this.words, skip, this.policy);
    const own = phrase && phrase.head === 'actor' && phrase.actors.length === 1 ? (phrase.actors[0] ?? '') : '';
    this.saidBy = own;
    this.mode = 'claimed';
    return phrase ? phrase.to : at;
  }

  private said(role: Entry): void {
    const who = this.subject ?? this.context.subject;
    this.first ??= who;
    const party = sourceOf(who, 'announce_or_state');
    const own = party?.length === 1 ? (party[0] ?? null) : null;
    if (who && own === null) this.may = true;
    this.saidBy = own ?? '';
    this.mode = 'claimed';
    this.open = null;
    this.not = false;
    this.subject = null;
    this.control(own === null ? undefined : [own]);
    this.light = { ...role, class: 'light' };
    this.pending = [];
    this.addressed = role.frame[0] === 'to';
  }

  /** "by drones of Ukraine", "on the president of Colombia": the last one named gets its owner. */
  private owned(phrase: Phrase, former: Scanner['lastRole']): boolean {
    const { open, last } = this;
    const preps = this.prep ?? this.casePreps(phrase);
    if (!open || !last || former === null || !preps?.includes('of') || phrase.act || last.act || phrase.mixed) return false;
    if (phrase.actors.length === 0 && last.actors.length === 0) {
      this.lastRole = former;
      return true;
    }
    if (last.actors.length > 0 || (phrase.head !== 'actor' && phrase.head !== 'people')) return false;
    last.actors.push(...phrase.actors);
    last.place = phrase.place;
    if (former === 'place') open.place = last.head === 'private' ? open.place : last.actors;
    else if (former === 'target') open.target = targetOf(last, open.action);
    else open.source = sourceOf({ ...last, place: false }, open.action);
    this.lastRole = former;
    return true;
  }

  /** A phrase where it stands: before the act, after it, or behind a preposition. */
  private place(phrase: Phrase): void {
    const former = this.lastRole;
    this.lastRole = null;
    if (this.owned(phrase, former)) return;
    if (
      phrase.head === 'actor' &&
      phrase.actors.length === 0 &&
      this.mode === 'claimed' &&
      this.saidBy &&
      this.prep === null &&
      isPronoun(this.words, phrase)
    )
      return;
    const act = phrase.act
      ? this.nounAct(phrase)
      : this.giving && (this.prep === null || this.prep.includes('of'))
        ? this.handOver(phrase)
        : null;
    if (act?.goods) this.prep = null;
    if (act && this.policy.prepositionsFirst && this.prep?.includes('against') && phrase.actors.length > 0 && !phrase.mixed) {
      Object.assign(act, { target: phrase.actors, source: act.subject ? act.source : null, filled: true, bare: false });
      this.prep = null;
    }
    const preps = this.prep ?? this.casePreps(phrase);
    if (
      preps === null &&
      !act &&
      this.light &&
      !this.giving &&
      this.policy.spaced &&
      !this.policy.verbFirst &&
      this.light.class === 'light'
    )
      this.light = null;
    if (act && preps !== null && this.open?.action === 'visit_or_meet' && !this.open.noun) {
      act.dropped = true;
      return;
    }
    if (act && this.not && !mutual.has(act.action)) act.dropped = true;
    if (preps !== null) this.behind(preps, phrase, act);
    else this.bareNamed(phrase, act);
    if (act) this.open = act;
    if (act && this.subject === phrase) this.subjectAct = act;
    else if (this.subject === phrase) this.subjectAct = null;
    if (this.undo && act && this.undo.via?.draft === act) this.open = act;
    this.last = phrase;
    if (preps === null) this.lead ??= phrase;
  }

  private casePreps(phrase: Phrase): readonly Prep[] | null {
    switch (phrase.case) {
      case 'ins':
        return ['by', 'with'];
      case 'dat':
      case 'loc':
        return this.open && !this.open.noun && !this.open.filled && this.open.frame.includes('obj') && !this.open.frame.includes('to')
          ? null
          : ['to'];
      case 'gen':
        return this.open && !this.open.noun && !this.open.filled && this.open.frame.includes('obj') ? null : phrase.act ? null : ['of'];
      default:
        return null;
    }
  }

  private bareNamed(phrase: Phrase, act: Draft | null): void {
    const { open } = this;
    if (this.policy.prepositionsFirst && this.be && this.subject && !act) {
      this.pending.push({ preps: ['by'], phrase, act });
      return;
    }
    if (this.addressed) {
      this.addressed = false;
      return;
    }
    if (this.unknown && (!open || open.noun) && !act) return;
    if (
      open &&
      !open.noun &&
      !open.passive &&
      !open.subject &&
      this.policy.verbFirst &&
      phrase.case !== 'acc' &&
      !phrase.oblique &&
      !act &&
      !phrase.place &&
      (phrase.head === 'actor' || phrase.head === 'armed')
    ) {
      open.source = sourceOf(phrase, open.action);
      open.subject = true;
      this.subject = phrase;
      this.first ??= phrase;
      if (this.controlled && this.mode !== 'claimed') this.actor = open.source;
      return;
    }
    if (open && open === this.blamer && open.filled && act && !act.source && open.target) return this.charge(open, act);
    if (open?.passive && !open.subject && !open.target && !act && (this.policy.verbFirst || this.policy.adjectiveAfter)) {
      open.subject = true;
      open.private = phrase.head === 'private' || (phrase.head === 'people' && open.action === 'arrest_or_try');
      open.target = targetOf(phrase, open.action);
      this.lastRole = 'target';
      return;
    }
    if (open && !open.noun && !open.filled && open.frame.includes('obj')) return this.meet(open, phrase, act);
    if (act && (this.light !== null || this.suffer)) return;
    if (phrase.case === 'acc' || (phrase.oblique && !this.subject)) {
      this.object = phrase;
      return;
    }
    if (open && !open.noun && this.policy.spaced && !this.controlled && this.mode === 'done' && open.filled === false) return;
    if (this.open?.noun && !act && this.policy.spaced && this.last !== null && phrase.from === this.last.to && phrase.actors.length === 0)
      return;
    this.subject = phrase;
    if (act && this.policy.spaced) this.subject = phrase;
    if (this.mode === 'claimed' && this.saidBy !== null) this.controlled = false;
    if (this.mode === 'demanded') this.controlled = false;
  }

  private behind(preps: readonly Prep[], phrase: Phrase, act: Draft | null): void {
    if (!this.policy.prepositionsFirst && this.open && this.open !== act) return this.attach(preps, phrase, act);
    const owns = preps.includes('of') || (preps.includes('in') && this.last?.seated === true);
    if (owns && this.last && !this.open && this.subject === this.last) return this.possess(this.last, phrase);
    if (this.open && this.open !== act && (this.open.noun || this.policy.spaced)) return this.attach(preps, phrase, act);
    this.pending.push({ preps, phrase, act });
  }

  /** "sends Ukraine missiles", "sells howitzers": the goods say which act it is. */
  private handOver(phrase: Phrase): Draft | null {
    const { giving } = this;
    if (!giving) return null;
    if (!phrase.goods) {
      if (phrase.head === 'actor' && this.recipient === null && !phrase.place) this.recipient = phrase;
      if (giving.action !== 'aid' || (phrase.head === 'actor' && !phrase.amount)) return null;
      this.giving = null;
      return this.gift(giving, { ...giving, frame: ['to', 'for'] }, phrase);
    }
    this.giving = null;
    return this.gift(
      giving,
      giving.action ? { ...giving, frame: giving.action === 'aid' ? ['to', 'for'] : giving.frame } : phrase.goods,
      phrase,
    );
  }

  private gift(giving: Entry, goods: Entry, phrase: Phrase): Draft | null {
    const doer: Party = this.controlled ? this.actor : sourceOf(this.subject ?? this.context.subject, 'aid');
    const takes = giving.class === 'take';
    const named: Party = phrase.mixed ? undefined : phrase.actors.length > 0 ? phrase.actors : null;
    const other: Party = this.recipient ? targetOf(this.recipient, 'aid') : takes || (phrase.bare && named) ? named : null;
    if (goods.action === 'mobilise_or_drill' && takes) return null;
    const buys = takes && goods.action === 'trade_deal';
    if (goods.action === 'trade_deal' && !takes) return null;
    const draft = draftOf(goods, this.words[phrase.to - 1] as Word, {
      ...{
        source: takes && !buys ? other : doer,
        target: buys ? other : takes ? doer : goods.action === 'mobilise_or_drill' ? null : other,
        filled: (takes && !buys) || other !== null,
      },
      ...{
        mode: giving.form === 'U' && this.mode === 'done' ? ('planned' as const) : this.mode,
        saidBy: this.saidBy,
        noun: true,
        subject: true,
        dropped: this.may || this.not || this.refusing,
        goods: true,
        takes: takes && !buys,
      },
    });
    if (this.not && (this.mode === 'planned' || giving.form === 'U') && doer)
      this.drafts.push({
        ...draft,
        action: 'reject',
        source: doer,
        target: null,
        filled: true,
        refused: true,
        mode: 'done',
        frame: ['none'],
        dropped: false,
      });
    this.drafts.push(draft);
    this.light = null;
    this.open = draft;
    for (const { preps, phrase: behind, act } of this.pending.splice(0)) this.attach(preps, behind, act);
    return draft;
  }

  /** "the president of France": whose the one named before is. */
  private possess(owned: Phrase, owner: Phrase): void {
    if (owned.actors.length === 0 && (owner.head === 'actor' || owner.head === 'people') && !owner.mixed) {
      owned.actors.push(...owner.actors);
      owned.place = owner.place;
    }
  }

  private attach(preps: readonly Prep[], phrase: Phrase, act: Draft | null): void {
    const draft = this.open;
    if (!draft || draft === act) return;
    if (draft.takes) {
      if ((preps.includes('from') || preps.includes('of') || preps.includes('to')) && !draft.source)
        draft.source = sourceOf(phrase, draft.action);
      return;
    }
    if (
      act &&
      draft === this.blamer &&
      !act.source &&
      draft.target &&
      (preps.includes('for') || preps.includes('of') || preps.includes('about'))
    )
      return this.charge(draft, act);
    if (preps.includes('in') && draft.passive && draft.action === 'demand' && draft.source === null) {
      draft.source = sourceOf(phrase, draft.action);
      return;
    }
    if (preps.includes('between') && draft.noun && mutual.has(draft.action)) {
      draft.source = phrase.head === 'actor' ? phrase.actors : undefined;
      draft.filled = true;
      return;
    }
    if (
      act &&
      (draft.passive || draft.frame.includes('by')) &&
      draft.source === null &&
      forceful.has(draft.action) &&
      forceful.has(act.action) &&
      act.source &&
      !act.bare &&
      (preps.includes('in') || preps.includes('by') || preps.includes('of'))
    ) {
      draft.source = act.source;
      draft.merged = act;
      act.dropped = true;
      return;
    }
    if (
      draft.action === 'threaten' &&
      !draft.noun &&
      !draft.target &&
      preps.includes('about') &&
      phrase.actors.length > 0 &&
      !phrase.mixed
    ) {
      draft.target = phrase.actors;
      draft.filled = true;
      return;
    }
    if (draft.action === 'condemn' && preps.includes('to') && !act && phrase.actors.length === 0 && draft.filled) {
      draft.action = 'arrest_or_try';
      draft.target = draft.target?.includes('@opposition') ? draft.target : null;
      return;
    }
    if (this.policy.adjectiveAfter && preps.includes('of') && !draft.noun && !draft.filled && !draft.passive && draft.frame.includes('obj'))
      return this.meet(draft, phrase, act);
    if (act && draft.action === 'threaten' && draft.filled && !draft.noun && preps.includes('with') && !act.source) {
      Object.assign(act, {
        mode: 'threatened',
        source: draft.source,
        target: draft.target,
        saidBy: only(draft.source),
        subject: true,
        filled: true,
      });
      return;
    }
    if (
      (preps.includes('by') || (preps.includes('from') && draft.frame.includes('from'))) &&
      (draft.passive || draft.noun) &&
      !draft.source &&
      (!preps.includes('of') || draft.frame.includes('from'))
    ) {
      draft.source = sourceOf(phrase, draft.action);
      this.lastRole = 'source';
      return;
    }
    if (
      draft.frame.some((prep) => prep !== 'obj' && preps.includes(prep)) &&
      (!draft.filled || (draft.target === null && !draft.passive && draft.via === null))
    )
      return this.meet(draft, phrase, act);
    if (preps.includes('by') && draft.passive && draft.source === null) {
      draft.source = sourceOf(phrase, draft.action);
      return;
    }
    if (preps.includes('of') && draft.noun && draft.frame.includes('obj') && !draft.filled) return this.meet(draft, phrase, act);
    if (preps.includes('of') && draft.noun && draft.source === null) {
      draft.source = sourceOf(phrase, draft.action);
      draft.bare = false;
      return;
    }
    if (
      draft.action === 'mediate' &&
      draft.filled &&
      draft.target &&
      phrase.head === 'actor' &&
      (preps.includes('with') || preps.includes('between'))
    ) {
      draft.target = [...draft.target, ...phrase.actors];
      return;
    }
    if (act || !preps.includes('in') || phrase.mixed || phrase.head === 'private' || draft.place) return;
    this.lastRole = 'place';
    if (phrase.actors.length > 0) draft.place = phrase.actors;
  }

  /** What one is accused of, told as a noun, was done to the accuser if to nobody else. */
  private charge(blame: Draft, act: Draft): void {
    Object.assign(act, { source: blame.target, mode: 'claimed', saidBy: only(blame.source), subject: true, charged: true });
  }

  private meet(draft: Draft, phrase: Phrase, act: Draft | null): void {
    draft.filled = true;
    if (act && draft.action === 'legislate_or_rule') {
      act.dropped = true;
      draft.target = phrase.mixed || phrase.actors.length === 0 ? draft.target : phrase.actors;
    } else if (act) {
      draft.via = { draft: act, of: draft === this.undo || draft.action === 'threaten' || helps.has(act.action) ? 'target' : 'source' };
      if (draft === this.undo) act.dropped = true;
      if (draft.action === 'demand') act.mode = 'demanded';
      const foreign = draft.action === 'threaten' && act.source && !act.subject;
      if (foreign && draft.noun) draft.via = { draft: act, of: 'source' };
      else if (foreign) draft.dropped = act.dropped = true;
      else if (draft.action === 'threaten') Object.assign(act, { mode: 'threatened', source: draft.source, saidBy: only(draft.source) });
      if (draft.action === 'accuse') Object.assign(act, { mode: 'claimed', saidBy: only(draft.source) });
    } else {
      draft.target = targetOf(phrase, draft.action);
      this.lastRole = 'target';
      if (draft.action === 'attack' && phrase.head === 'armed' && phrase.actors.length === 0) draft.dropped = true;
    }
    if (this.mode === 'demanded' && this.controlled && this.actor === null) this.actor = sourceOf(phrase, 'other');
    if (draft === this.blamer && !act) {
      this.actor = sourceOf(phrase, 'other');
      this.saidBy = only(draft.source) ?? '';
    }
  }

  private nounAct(phrase: Phrase): Draft | null {
    const { entry, at } = phrase.act as { entry: Entry; at: number };
    if (!entry.action) return null;
    if (this.light && this.prep && this.policy.spaced && !this.prep.some((prep) => prep === 'with' || prep === 'about' || prep === 'of'))
      this.light = null;
    const { light } = this;
    const named: Party = phrase.mixed ? undefined : phrase.actors.length > 0 ? phrase.actors : null;
    const victim = phrase.place && forceful.has(entry.action);
    const behindOf = entry.frame.includes('obj') || (entry.frame.includes('of') && !forceful.has(entry.action));
    const after: Party = phrase.after.length > 0 ? phrase.after : null;
    const doer: Party = light ? (this.controlled ? this.actor : sourceOf(this.subject ?? this.context.subject, entry.action)) : null;
    if (light) this.first ??= this.subject;
    const said = light?.class === 'light' && this.mode === 'claimed' && named !== null && !phrase.bare;
    let source: Party = victim ? null : named;
    let target: Party = victim ? named : null;
    if (light && !said) {
      target = phrase.bare || mutual.has(entry.action) ? named : null;
      source = named && !phrase.bare && !mutual.has(entry.action) && named.some((id) => !doer?.includes(id)) ? undefined : doer;
    }
    if (this.suffer) target = targetOf(this.subject, entry.action);
    if (after && behindOf) target = after;
    else if (after && source === null) source = after;
    else if (after && target === null && entry.frame.includes('of')) target = after;
    const mode = light || this.mode !== 'planned' ? this.mode : 'done';
    const draft = draftOf(entry, this.words[at] as Word, {
      ...{
        source,
        target,
        filled: target !== null && !(light !== null && phrase.bare),
        mode: mode === 'demanded' && !light ? 'demanded' : mode,
        saidBy: this.saidBy,
        noun: true,
        subject: light !== null,
      },
      ...{
        dropped: this.may || (this.refusing && (light !== null || !named)) || (this.not && light !== null),
        bare: phrase.bare && !light,
      },
    });
    if (light && this.not && (this.mode === 'planned' || light.form === 'U') && doer) {
      this.drafts.push({
        ...draft,
        action: 'reject',
        source: doer,
        target: null,
        filled: true,
        refused: true,
        mode: 'done',
        frame: ['none'],
        dropped: false,
      });
    }
    this.drafts.push(draft);
    if (light) this.menace(draft, true);
    this.light = null;
    this.suffer = false;
    for (const { preps, phrase: behind, act } of this.policy.prepositionsFirst || light ? this.pending.splice(0) : []) {
      this.open = draft;
      this.attach(preps, behind, act);
    }
    return draft;
  }

  /** "нанесён удар": a light verb in the passive names nobody before it. */
  private passiveLight(role: Entry, at: number): void {
    if ((role.form === 'P' && !this.have) || (role.form === 'A' && this.be)) this.control(null);
    this.have = false;
    if (role.form === 'U' && this.mode === 'done') this.mode = 'planned';
    this.be = false;
    void at;
  }
}

function only(party: Party): string | null {
  return party?.length === 1 ? (party[0] ?? null) : null;
}

function isPronoun(words: readonly Word[], phrase: Phrase): boolean {
  return phrase.to === phrase.from + 1 && has(words[phrase.from], 'the');
}

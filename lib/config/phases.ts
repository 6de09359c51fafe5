// The phases, one row each, in the order in which their food flows. What settings, flags, help, status, systemd, cron and the quick start say of a
// phase stands here and nowhere else; how it works stands in phases/<name>.ts. docs/develop.md tells how to add one.

/** What `sni show` can show of what a phase works on, as its ids begin: title:34, ef:12. */
export type ShownAs = 'title' | 'ef';

/** What a settings file may change of a run, and mostly leaves as it is. */
export interface PhaseDefaults {
  /** Items a run takes at most, where --batch is not given. */
  batch: number;
  /** Items under one claim. */
  group: number;
  /** Groups or model questions under way at once. */
  maxInflight: number;
  leaseSeconds: number;
  /** Tries before an item is quarantined. */
  attempts: number;
  /** After SIGTERM, how long what is under way may take to finish. */
  graceSeconds: number;
  /** After this a run claims nothing more and ends. */
  deadlineSeconds: number;
}

export interface PhaseRow {
  /** In a few words behind its name: "reads the feeds". */
  does: string;
  /** The same in a sentence without its full stop. */
  about: string;
  /** What it finds to do, in words. */
  food: string;
  /** What it takes: one, and many. */
  items: readonly [one: string, many: string];
  /** What it makes: one, and many. */
  makes: readonly [one: string, many: string];
  /** Null where its items have a command of their own. */
  shownAs: ShownAs | null;
  /** What --batch counts: the items it takes, or the titles it makes room for. */
  batchOf: 'items' | 'titles';
  /** Flags beyond those that all phases have. */
  flags: readonly ('since' | 'max-inflight')[];
  /** The roles whose models it asks; none: it asks no model. */
  asks: readonly string[];
  /** Of what it stores, the fields whose sentences are validated after each batch, as `sni audit` names them. */
  validates: readonly string[];
  /** Its groups must see each other's settles: one group at a time, fenced by `phases.revision`. */
  serial: boolean;
  /** It reads the sources of sni.yaml, so that their files and folders must be there. */
  readsSources: boolean;
  /** It opens no more connections than this, whatever the settings allow: each costs the server some 20 ms and more where they meet. */
  connectionsMost?: number;
  /** The minute of each hour at which cron or a timer runs it; null where a worker of its own does. */
  hourlyAt: number | null;
  /** Raise when code changes what it makes from the same inputs: done work is stale then. */
  revision: number;
  defaults: PhaseDefaults;
}

const often = { attempts: 5, graceSeconds: 20 };

const rows = {
  ingest: {
    does: 'reads the feeds',
    about: 'reads the feeds that are due and stores their new titles',
    food: 'feeds whose time has come',
    items: ['feed', 'feeds'],
    makes: ['title stored', 'titles stored'],
    shownAs: null,
    batchOf: 'titles',
    flags: ['since'],
    asks: [],
    validates: [],
    serial: false,
    readsSources: true,
    connectionsMost: 3,
    hourlyAt: 5,
    revision: 1,
    defaults: { ...often, batch: 5000, group: 2, maxInflight: 16, leaseSeconds: 120, deadlineSeconds: 29 * 60 },
  },
  filter: {
    does: 'decides which titles are strategic',
    about: 'decides which pending titles are strategic, and why',
    food: 'titles that are pending',
    items: ['title', 'titles'],
    makes: ['title decided', 'titles decided'],
    shownAs: 'title',
    batchOf: 'items',
    flags: [],
    asks: [],
    validates: [],
    serial: false,
    readsSources: false,
    hourlyAt: 15,
    revision: 1,
    defaults: { ...often, batch: 10_000, group: 250, maxInflight: 3, leaseSeconds: 120, deadlineSeconds: 14 * 60 },
  },
  generate: {
    does: 'gathers them into event families',
    about: 'gathers strategic titles into event families',
    food: 'titles that the gate kept and that are in no family',
    items: ['title', 'titles'],
    makes: ['family founded or grown', 'families founded or grown'],
    shownAs: 'title',
    batchOf: 'items',
    flags: ['max-inflight'],
    asks: ['decide', 'describe', 'grade'],
    validates: ['ef:title', 'ef:summary', 'ef:timeline'],
    serial: true,
    readsSources: false,
    hourlyAt: null,
    revision: 1,
    defaults: { ...often, batch: 100, group: 50, maxInflight: 8, leaseSeconds: 300, deadlineSeconds: 24 * 60 },
  },
  enrich: {
    does: 'adds the strategic context',
    about: 'gives new and changed event families their strategic context',
    food: 'families that are new or have changed',
    items: ['family', 'families'],
    makes: ['family enriched', 'families enriched'],
    shownAs: 'ef',
    batchOf: 'items',
    flags: ['max-inflight'],
    asks: ['enrich'],
    validates: ['ef:context', 'ef:why_strategic'],
    serial: false,
    readsSources: false,
    hourlyAt: 45,
    revision: 1,
    defaults: { ...often, batch: 300, group: 8, maxInflight: 8, leaseSeconds: 300, deadlineSeconds: 44 * 60 },
  },
  narrate: {
    does: 'shows how outlets frame them',
    about: 'shows how outlets frame each event family',
    food: 'active families without narratives of their present titles',
    items: ['family', 'families'],
    makes: ['narrative', 'narratives'],
    shownAs: 'ef',
    batchOf: 'items',
    flags: ['max-inflight'],
    asks: ['narrate'],
    validates: ['narrative:'],
    serial: false,
    readsSources: false,
    hourlyAt: 55,
    revision: 1,
    defaults: { ...often, batch: 300, group: 8, maxInflight: 8, leaseSeconds: 300, deadlineSeconds: 44 * 60 },
  },
} as const satisfies Record<string, PhaseRow>;

export type PhaseName = keyof typeof rows;
/** A role that some phase asks. */
export type AskedRole = (typeof rows)[PhaseName]['asks'][number];

/** All that is known of a phase, by its name. */
export const phases: Readonly<Record<PhaseName, PhaseRow & { asks: readonly AskedRole[] }>> = { ...rows };

/**
 * A stage of the operator's own joins them under its name, or with another row: whoever reads the settings lets it in. Its name is then a
 * PhaseName to all that look things up here, and to none that go through `phaseNames`.
 */
export function joinPhases(name: string, row: PhaseRow): void {
  Object.assign(phases, { [name]: row });
}

/** Their names, in order. */
export const phaseNames = Object.keys(rows) as readonly PhaseName[];

/** Those and all stages that have joined. */
export function knownPhases(): readonly PhaseName[] {
  return Object.keys(phases) as PhaseName[];
}

/** The roles that phases ask, in the order of the phases. */
export const askedRoles = phaseNames.flatMap((name) => phases[name].asks);

/** 1 for the first; checkpoints, logs, locks and units are named by it: p1, sni-p1. 0 for a stage of the operator's own. */
export function positionOf(name: PhaseName): number {
  return phaseNames.indexOf(name) + 1;
}

/** One value for each name, made from it. */
export function eachOf<Name extends string, Value>(names: readonly Name[], of: (name: Name) => Value): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Name, Value>;
}

// What a settings file may say of the runs of a phase or stage.
import * as z from 'zod';
import { late } from '../late.js';
import { count, span } from './measures.js';
import type { PhaseDefaults } from './phases.js';
import { type LaneName, laneNames } from './providers.js';

/** Settings of one phase, or of a stage of the operator's own; what a file leaves out comes from its row in phases.ts. */
export const phaseShape = late(() =>
  z.strictObject({
    batch: count(1, 1_000_000).optional(),
    group: count(1, 10_000).optional(),
    max_inflight: count(1, 256).optional(),
    lease: span(1).optional(),
    attempts: count(1, 100).optional(),
    grace: span().optional(),
    deadline: span().optional(),
    max_pending: count(1, 100_000_000).optional(),
    lanes: z.array(z.enum(laneNames)).min(1).describe('a list of lanes: local, cloud or both').optional(),
    validate: z.number().min(0).max(1).describe('a share from 0 to 1, such as 0.3; 1 pauses never').optional(),
    daily_cost_limit: z.number().min(0).max(1_000_000).describe('US dollars, such as 2.50').optional(),
  }),
);

/** What a family must reach to be worked. One that has not waits until it has. */
const only = late(() =>
  z.strictObject({
    min_titles: count(1, 100_000).optional(),
    tier: count(1, 3).optional(),
    importance: z.number().min(0).max(100).describe('an importance from 0 to 100').optional(),
  }),
);
interface Only {
  /** Titles at least. */
  minTitles?: number | undefined;
  /** Tier 1 is the most strategic: this one or a lower number. */
  tier?: number | undefined;
  /** Of 100 at least; unknown before a family is first enriched. */
  importance?: number | undefined;
}
/** Of P4 and P5. */
export const familiesShape = late(() => phaseShape().extend({ only: only().optional() }));

export interface PhaseSettings extends PhaseDefaults {
  /** Nothing new is discovered while more than so many wait; undefined: no such guard. */
  maxPending?: number | undefined;
  /** Which lanes its questions may take, by where their models run; all where undefined. */
  lanes?: readonly LaneName[] | undefined;
  /** Pauses where a greater share of what a batch stored does not stand; undefined: the usual share. */
  validate?: number | undefined;
  /** What its questions may cost in a day, US dollars; undefined: no more than all phases together. */
  dailyCostLimitUsd?: number | undefined;
  /** Of P4 and P5: which families they work; all where undefined. */
  only?: Only | undefined;
}

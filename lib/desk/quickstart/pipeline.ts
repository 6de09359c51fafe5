// The five phases as the quick start runs and tells them. Batches are large enough for the whole sample world in one run each.
import type { PhaseName } from '../../config/settings.js';

export interface Step {
  phase: PhaseName;
  flags: readonly string[];
  /** What it does, after its name. */
  does: string;
  /** What it takes, one of it. */
  takes: string;
  /** What it makes: one, and many. */
  makes: readonly [one: string, many: string];
}

const wholeSample = ['--resume', '--batch', '1000'];

export const pipeline: readonly Step[] = [
  { phase: 'ingest', flags: ['--resume'], does: 'reads the feeds', takes: 'feed', makes: ['title stored', 'titles stored'] },
  {
    phase: 'filter',
    flags: ['--resume'],
    does: 'decides which titles are strategic',
    takes: 'title',
    makes: ['title decided', 'titles decided'],
  },
  {
    phase: 'generate',
    flags: wholeSample,
    does: 'gathers them into event families',
    takes: 'title',
    makes: ['family founded or grown', 'families founded or grown'],
  },
  {
    phase: 'enrich',
    flags: wholeSample,
    does: 'adds the strategic context',
    takes: 'family',
    makes: ['family enriched', 'families enriched'],
  },
  { phase: 'narrate', flags: wholeSample, does: 'shows how outlets frame them', takes: 'family', makes: ['narrative', 'narratives'] },
];

// Each role with its models in the order they are asked, and what stands in the way of each: settings, servers and lanes put together.
import type { ModelName } from '../../config/models.js';
import { phaseNames } from '../../config/phases.js';
import { providers } from '../../config/providers.js';
import type { Config } from '../../config.js';
import type { Reached } from './reach.js';
import type { LaneRow, Lanes, Load } from './read.js';

export interface RoleModel {
  role: string;
  engine: ModelName['engine'];
  model: string;
  /** 1 is asked first; null: gives the second opinion. */
  place: number | null;
  /** Whether its server has it; null where the server did not say. */
  present: boolean | null;
  /** What it cannot be asked without; null: nothing is lacking that is known of. */
  lacks: 'key' | 'price' | 'model' | null;
  /** What an operator must do about it. */
  missing: string | null;
  /** `ready`: nothing is known of it yet. `closed`: it answers. The others as the table of lanes has them. */
  state: 'ready' | LaneRow['state'];
  /** Until when it is left alone; null where it is not. */
  until: Date | null;
  reason: string | null;
}

export interface ShownModels {
  roles: RoleModel[];
  servers: (Reached & { keySet: boolean | null })[];
  /** Phases whose settings say which lanes they may take. */
  lanesOfPhases: { phase: string; lanes: string[] }[];
  /** What live runs have there. */
  loads: Load[];
  offlineWhenDown: boolean;
}

/** In the order of the settings: role by role, the models in the order they are asked, the second opinion last. */
export function viewOf({ models, phases }: Config, reached: readonly Reached[], lanes: Lanes): ShownModels {
  const roles = Object.entries(models.roles).flatMap(([role, given]) => [
    ...given.models.map((name, index) => ({ role, ...name, place: index + 1 })),
    ...(given.second ? [{ role, ...given.second, place: null }] : []),
  ]);
  return {
    roles: roles.map((one) => {
      const server = reached.find(({ engine }) => engine === one.engine);
      const present = server?.models
        ? server.models.some((name) => canonical(one.engine, name) === canonical(one.engine, one.model))
        : null;
      return { ...one, present, ...lackOf(one, present, models), ...standingOf(one, lanes) };
    }),
    servers: reached.map((server) => ({ ...server, keySet: keySet(models[server.engine]) })),
    lanesOfPhases: phaseNames.flatMap((phase) => {
      const allowed = phases[phase].lanes;
      return allowed ? [{ phase, lanes: [...allowed] }] : [];
    }),
    loads: lanes.loads,
    offlineWhenDown: models.offlineWhenDown,
  };
}

/** As its server reads a name that has no tag. */
function canonical(engine: ModelName['engine'], name: string): string {
  const { standardTag } = providers[engine];
  return standardTag === null || /:[^/]*$/.test(name) ? name : `${name}:${standardTag}`;
}

function lackOf({ engine, model }: ModelName, present: boolean | null, models: Config['models']): Pick<RoleModel, 'lacks' | 'missing'> {
  const { key, whenMissing, insteadOfPrice } = providers[engine];
  if (keySet(models[engine]) === false) return { lacks: 'key', missing: `set ${key}` };
  if (models[engine].runs === 'cloud' && !Object.hasOwn(models.prices, `${engine}/${model}`)) {
    const price = `set its price: models.prices."${engine}/${model}" (input and output, dollars per million tokens)`;
    return { lacks: 'price', missing: `${price}${insteadOfPrice === '' ? '' : `.${insteadOfPrice}`}` };
  }
  if (present !== false) return { lacks: null, missing: null };
  return { lacks: 'model', missing: whenMissing(model) };
}

/** Null where it has none and needs none. */
function keySet({ apiKey, needsKey }: Config['models'][ModelName['engine']]): boolean | null {
  return apiKey !== undefined || (needsKey ? false : null);
}

/** The server's own trouble goes before the model's; a pause that is over is none. */
function standingOf({ engine, model }: ModelName, { at, laneStates }: Lanes): Pick<RoleModel, 'state' | 'until' | 'reason'> {
  const known = laneStates.filter((one) => one.engine === engine && (one.model === '' || one.model === model));
  const trouble = known
    .filter(({ state, until }) => state !== 'closed' && (until === null || until > at))
    .sort((a, b) => (b.until?.getTime() ?? Number.POSITIVE_INFINITY) - (a.until?.getTime() ?? Number.POSITIVE_INFINITY))[0];
  if (trouble) return { state: trouble.state, until: trouble.until, reason: trouble.reason };
  const probing = known.find(({ state }) => state === 'open');
  if (probing) return { state: 'open', until: null, reason: probing.reason };
  return { state: known.some(({ state }) => state === 'closed') ? 'closed' : 'ready', until: null, reason: null };
}

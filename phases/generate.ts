// P3 generate: puts each title that the gate kept into an event family. A family is written with all its new titles or not at all, and
// only if nobody changed it since it was read.
import { readActorNames } from '../lib/family/actor-names.js';
import { compileLate } from '../lib/late-compiling.js';
import type { NewsTitle } from '../lib/matching/features.js';
import { type Grouping, groupingVersion } from '../lib/matching/group.js';
import { alone, type ItemId, isMain, type Outcome, type Phase, run, type Tools } from '../lib/run.js';
import { readFood, readTakenKeys } from './generate/candidates.js';
import { decideVersion, judgeWith } from './generate/decide.js';
import { describePrompt, describeVersion } from './generate/describe.js';
import { type Described, efKeyOf, type FamilyRow, familyRow, freeKey } from './generate/family.js';
import { describeGraded, gradeVersion } from './generate/grade.js';
import { keepNewRoomSmall } from './generate/new-room.js';
import { openFamiliesOf } from './generate/open-families.js';
import { settleFamilies } from './generate/settle.js';
import { keepUp } from './generate/upkeep.js';

/** A claimed title. */
export interface ClaimedTitle {
  itemId: ItemId;
  title: NewsTitle;
}

/** The family a title was put into; titles of one family share the same row. */
export interface Result {
  family: FamilyRow;
}

export const generate: Phase<ClaimedTitle, Result> = {
  name: 'generate',
  madeBy: () => [`grouping ${groupingVersion}`, `describe ${describeVersion}`, `decide ${decideVersion}`, `grade ${gradeVersion}`],

  prepare: ({ sql, config }) => keepUp(sql, config),

  // By tier, within one by time, to the minute since 2000, within a minute by the title's own hash: in whatever order feeds answered, the same
  // titles meet in the same claims.
  food: (sql) => sql`
    select title_id as item_id,
      (strategic_tier - 1) * 660000000
        + least(greatest(floor(extract(epoch from published_at - timestamptz '2000-01-01 00:00:00Z') / 60), 0), 26399999)::integer * 25
        + ('x' || left(md5(title_hash), 6))::bit(24)::integer % 25 as priority
    from titles
    where status = 'gate_keep' and strategic_tier is not null and ef_id is null`,

  load: async (itemIds, { sql }) => (await readFood(sql, itemIds)).map((title) => ({ itemId: title.titleId, title })),

  readAhead: (items, { sql, config }) =>
    openFamiliesOf(sql, config.root).readAhead(
      sql,
      items.map(({ title }) => title),
    ),

  work: async (items, tools) => {
    const titles = items.map((item) => item.title);
    const judge = tools.config.models.roles.decide === undefined ? undefined : judgeWith((prompt) => tools.ask(prompt, tools.signal));
    const groups = await openFamiliesOf(tools.sql, tools.config.root).group(tools.sql, titles, judge);
    const names = await readActorNames(
      tools.sql,
      groups.flatMap(({ members }) => members.flatMap(({ actors }) => actors)),
    );
    const described = await Promise.all(groups.map((group) => describe(group, names, tools)));
    return outcomes(described, await freeKeys(described, tools));
  },

  settle: settleFamilies,
};

type Attempt = { titles: readonly NewsTitle[] } & ({ result: Described } | { error: Error });

/** Asks for one family's description; a failure is this family's alone. */
async function describe(
  { family, absorbs, continues, titles, members, steps, distinctions, lookedAt }: Grouping,
  names: ReadonlyMap<string, string>,
  tools: Tools,
): Promise<Attempt> {
  const attempt = await alone(tools.signal, async () => {
    const ask: Tools['ask'] = (prompt) => tools.ask(prompt, tools.signal);
    const prompt = describePrompt(members, names, tools.config);
    const isGraded = tools.config.models.roles.grade !== undefined;
    const { value, madeBy, grade } = isGraded ? await describeGraded(prompt, members, ask) : { ...(await ask(prompt)), grade: null };
    const grouped = { members, joins: titles, known: family, absorbed: absorbs, continues, steps, distinctions, lookedAt };
    return { ...grouped, description: value, madeBy, grade };
  });
  return { titles, ...attempt };
}

async function freeKeys(attempts: readonly Attempt[], { sql }: Tools): Promise<(described: Described) => string> {
  const keys = attempts.flatMap((attempt) => ('result' in attempt ? [keyOf(attempt.result)] : []));
  const taken = await readTakenKeys(sql, keys);
  return (described) => freeKey(keyOf(described), taken);
}

function keyOf({ members, description }: Described): string {
  return efKeyOf(members, description.theater);
}

function outcomes(attempts: readonly Attempt[], key: (described: Described) => string): Outcome<Result>[] {
  return attempts.flatMap((attempt): Outcome<Result>[] => {
    if ('error' in attempt) return attempt.titles.map((title) => ({ itemId: title.titleId, error: attempt.error }));
    const family = familyRow(attempt.result, key(attempt.result));
    return attempt.titles.map((title) => ({ itemId: title.titleId, result: { family } }));
  });
}

/** How many times V8's own patience a function waits until it is compiled for speed; at twice that a backlog of 12,000 titles took longer. */
const patience = 4;

if (isMain(import.meta.url)) {
  keepNewRoomSmall();
  compileLate(patience);
  await run(generate);
}

// What a stage of the operator's own takes: his query, or a view of his, asked in a transaction that may only read, with ids as parameters.
// What it gives beside item_id and priority is the item's input; an item is food until that input is answered.
import type { Fragment, Sql, TransactionSql } from 'postgres';
import type { Stage } from '../config/stages.js';
import type { ItemId } from '../work.js';

/** An item with what its food says of it. */
export interface StageItem {
  itemId: ItemId;
  input: Record<string, unknown>;
  inputSha256: string;
}

export interface Named {
  itemId: ItemId;
  priority: number;
  inputSha256: string;
}

interface Found extends Omit<Named, 'itemId'> {
  itemId: ItemId | null;
}

type Asked = Pick<Stage, 'name' | 'food'>;

/** What the operator wrote is wrong; it ends a run with exit code 78. */
class StageFoodError extends Error {
  override name = 'StageFoodError';
  readonly exitCode = 78;
}

/** What waits to be answered, at most so many. */
export async function unanswered(sql: Sql, stage: Asked, limit: number): Promise<Named[]> {
  const rows = await reading<Found>(
    sql,
    stage,
    (tx, food) => tx<Found[]>`
      select item_id as "itemId", priority, sha as "inputSha256"
      from (${rowsOf(tx, food)}) q
      where not exists (
        select from stage_answers a where a.stage = ${stage.name} and a.item_id = q.item_id and a.input_sha256 = q.sha)
      limit ${limit}`,
  );
  return rows.map(({ itemId, ...rest }) => {
    if (itemId === null) throw new StageFoodError(`stages.${stage.name}.food gives a row without item_id: each needs one, a whole number.`);
    return { itemId, ...rest };
  });
}

/** What the food says of these items; one it names no more is left out, of one it names twice the first counts. */
export async function inputsOf(sql: Sql, stage: Asked, itemIds: readonly ItemId[]): Promise<StageItem[]> {
  const rows = await reading<StageItem>(
    sql,
    stage,
    (tx, food) => tx<StageItem[]>`
      select distinct on (item_id) item_id as "itemId", input, sha as "inputSha256"
      from (${rowsOf(tx, food)}) q
      where item_id = any(${itemIds as string[]}::bigint[])
      order by item_id`,
  );
  return rows.map((row) => ({ ...row }));
}

function rowsOf(tx: TransactionSql, food: Fragment): Fragment {
  return tx`
    select (r ->> 'item_id')::bigint as item_id, coalesce((r ->> 'priority')::integer, 0) as priority, r - 'item_id' - 'priority' as input,
      encode(sha256(convert_to((r - 'item_id' - 'priority')::text, 'UTF8')), 'hex') as sha
    from (select to_jsonb(f) as r from (${food}) f) r`;
}

/** The operator's words stand in a statement of a read-only transaction: neither they nor a function they call can write. */
async function reading<Row>(
  sql: Sql,
  { name, food }: Asked,
  ask: (tx: TransactionSql, food: Fragment) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  try {
    let rows: readonly Row[] = [];
    await sql.begin('read only', async (tx) => {
      const named: Fragment = 'query' in food ? tx.unsafe(`${food.query.replace(/;\s*$/, '')}\n`) : tx`select * from ${tx(food.view)}`;
      rows = await ask(tx, named);
    });
    return rows;
  } catch (cause) {
    if (!isOfTheQuery(cause)) throw cause;
    throw new StageFoodError(
      `stages.${name}.food cannot be read: ${cause.message}. It must be one select that gives item_id, a whole number; it may only read.`,
      { cause },
    );
  }
}

/** Postgres's classes for what is wrong with a statement: 0A, 21 to 26, 2F, 38, 39, 42. */
function isOfTheQuery(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && /^(?:0A|2[1-6]|2F|3[89]|42)\w{3}$/.test(String(error.code));
}

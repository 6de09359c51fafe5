// P5: takes active families with no narratives for their present titles, leaves one to three framed narratives of each in place of
// the older ones. Guards a family that changed while it was worked on: it stays as it was and comes again.
import type { JSONValue } from 'postgres';
import { alone } from '../lib/run/alone.js';
import type { Phase, Tools } from '../lib/run/phase.js';
import { isMain, run } from '../lib/run.js';
import { type Family, loadFamilies } from './narrate/family.js';
import { frameLexicon, type Lexicon, lexiconVersion } from './narrate/lexicon.js';
import type { Narrative } from './narrate/offline.js';
import { narratePrompt, narrateVersion, withEvidence } from './narrate/prompt.js';

/** One narrative as its columns name it. */
interface Row extends Omit<Narrative, 'uses'> {
  position: number;
  /** Display names, in the order of their headlines. */
  outlets: string[];
  /** Share of the family's titles, 0 to 1. */
  prevalence: number;
}

interface Narrated {
  ef_id: string;
  /** The titles it was made of: a family that has others by now is not written. */
  title_set: string;
  narrated_by: object;
  narratives: Row[];
}

export const narrate: Phase<Family, Narrated> = {
  name: 'narrate',

  madeBy: ({ root }) => [`narrate ${narrateVersion}`, `frames ${lexiconVersion(root)}`],

  food: (sql) => sql`
    select ef_id as item_id, strategic_tier::integer as priority
    from event_families
    where status = 'active' and narrated_title_set is distinct from title_set`,

  load: (itemIds, { sql }) => loadFamilies(sql, itemIds),

  work: async (families, tools) => {
    const lexicon = frameLexicon(tools.config.root);
    return Promise.all(
      families.map(async (family) => ({ itemId: family.itemId, ...(await alone(tools.signal, () => narrated(family, lexicon, tools))) })),
    );
  },

  // A narrative keeps its row, and its id, by its position; what the new telling no longer has is deleted. Deleting all and
  // inserting anew would meet the unique (ef_id, position), because parts of one statement do not see each other's changes.
  settle: (sql, results) => sql`
    told as (
      update event_families ef
      set narrated_by = r.narrated_by, narrated_title_set = r.title_set, narrated_at = now()
      from jsonb_to_recordset(${sql.json(results.map(({ result }) => result) as unknown as JSONValue)}) as r (
        ef_id bigint, title_set text, narrated_by jsonb, narratives jsonb
      )
      join closed on closed.item_id = r.ef_id
      where ef.ef_id = r.ef_id and ef.status = 'active' and ef.title_set = r.title_set
      returning ef.ef_id, r.title_set, r.narrated_by, r.narratives
    ), gone as (
      delete from framed_narratives n
      using told
      where n.ef_id = told.ef_id and n.position > jsonb_array_length(told.narratives)
    ), made as (
      insert into framed_narratives (
        ef_id, position, title, thesis, framing, lexicon, outlets, prevalence, evidence, why_different, title_set, made_by
      )
      select told.ef_id, n.position, n.title, n.thesis, n.framing, n.lexicon, n.outlets, n.prevalence, n.evidence, n.why_different,
             told.title_set, told.narrated_by
      from told
      cross join lateral jsonb_to_recordset(told.narratives) as n (
        position smallint, title text, thesis text, framing jsonb, lexicon jsonb, outlets text[], prevalence real, evidence jsonb,
        why_different text
      )
      on conflict (ef_id, position) do update
      set title = excluded.title, thesis = excluded.thesis, framing = excluded.framing, lexicon = excluded.lexicon,
          outlets = excluded.outlets, prevalence = excluded.prevalence, evidence = excluded.evidence,
          why_different = excluded.why_different, title_set = excluded.title_set, made_by = excluded.made_by, made_at = now()
      returning narrative_id
    )`,
};

async function narrated(family: Family, lexicon: Lexicon, { ask, signal }: Tools): Promise<Narrated> {
  const { value, madeBy } = await ask(narratePrompt(family, lexicon), signal);
  const narratives = withEvidence(value.narratives, family).map((narrative, i) => rowOf(narrative, i + 1, family));
  if (narratives.length === 0) throw new Error(`No narrative of family ${family.itemId} has two titles to stand on; ask again.`);
  return { ef_id: family.itemId, title_set: family.titleSet, narrated_by: madeBy, narratives };
}

function rowOf({ uses, ...narrative }: Narrative, position: number, { members }: Family): Row {
  const told = members.filter(({ titleId }) => uses.includes(titleId));
  return {
    ...narrative,
    position,
    outlets: [...new Set(told.map(({ publisher }) => publisher))],
    prevalence: told.length / members.length,
  };
}

if (isMain(import.meta.url)) await run(narrate);

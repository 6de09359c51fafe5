import { it } from 'vitest';
import { families } from '/tmp/enrichtry/world.ts';
import { enrichPrompt, contextText } from '../../../phases/enrich/prompt.js';
import { magnitudesOf } from '../../../phases/enrich/magnitudes.js';
import { makeAsk } from '../../../lib/llm/ask.js';
it('prints', async () => {
  const ask = makeAsk(() => {});
  for (const f of families()) {
    const a = await ask(enrichPrompt(f));
    const t = contextText(a.value.context, f);
    console.log(`## ${f.key} (${f.titleCount}) words=${t.split(/\s+/).length} problems=${JSON.stringify(a.problems)}\n${t}\nWHY ${a.value.why_strategic}\nROLES ${a.value.canonical_actors.map(x=>x.actor+':'+x.role).join(' ')} POLICY ${a.value.policy_status} TAGS ${a.value.tags}\nMAG ${JSON.stringify(magnitudesOf(f.members))}`);
  }
});

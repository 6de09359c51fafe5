// Days of model calls: some paid, some local, some by rules, one refused with a hostile answer, one day with money left set aside.
import type { Sql } from 'postgres';

/** What a model could answer to take over a terminal. */
export const hostileAnswer = '{"facts": [\u001b[2J\u001b]0;owned\u0007\n  "Odesa \u202eport\u009b31m"\ttab';

export async function furnishCalls(sql: Sql): Promise<void> {
  await sql`
    insert into model_calls (call_id, at, run_id, phase, task, engine, model, prompt_version, shape_version, input_sha256, outcome, problems,
      tokens_in, tokens_cached, tokens_out, tokens_thinking, cost_usd, latency_ms, load_ms, waited_ms, error, raw)
    select call_id::uuid, now() - make_interval(days => age), '11111111-1111-4111-8111-111111111111', phase, phase, engine, model, '3-abcdef01', '4a5b6c7d',
      repeat('ab', 32), outcome, problems::jsonb, tokens, tokens / 4, 400, thinking, usd, 5250, load, 3100, error, raw
    from (values
      ('aaaa0001-0000-4000-8000-000000000000', 0, 'enrich', 'gemini', 'gemini-2.5-flash', 'answered', '[]', 1200, 100, 0.3, 0, null, null),
      ('aaaa0002-0000-4000-8000-000000000000', 0, 'enrich', 'gemini', 'gemini-2.5-flash', 'refused', '[{"field": "facts.0", "reason": "the name Lviv is in no title"}]',
        1200, 100, 0.15, 0, 'The answer does not have its shape.', ${hostileAnswer}::text),
      ('bbbb0003-0000-4000-8000-000000000000', 1, 'narrate', 'ollama', 'qwen2.5:7b', 'repaired', '[]', 800, 0, 0, 2400, null, 'x'),
      ('cccc0004-0000-4000-8000-000000000000', 2, 'narrate', 'ollama', 'qwen2.5:7b', 'failed', '[]', 0, 0, 0, 0, 'The server at 127.0.0.1 was silent.', null),
      ('dddd0005-0000-4000-8000-000000000000', 2, 'generate', 'offline', 'rules', 'answered', '[]', 0, 0, 0, 0, null, null),
      ('eeee0006-0000-4000-8000-000000000000', 40, 'enrich', 'gemini', 'gemini-2.5-flash', 'answered', '[]', 1200, 0, 9, 0, null, null)
    ) v (call_id, age, phase, engine, model, outcome, problems, tokens, thinking, usd, load, error, raw)`;
  await sql`
    insert into spending (day, usd, reserved, by_phase)
    values ((now() at time zone 'UTC')::date, 0.75, 0.3, '{"enrich": 0.45, "narrate": 0.3}'),
           ((now() at time zone 'UTC')::date - 1, 0.02, 0.02, '{"narrate": 0.02}')`;
}

// `sni config check`, `sni config show` and `sni completion`: what holds and why, no secret shown, and scripts that their shells take.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../../support/folder.js';
import { sni } from './fixture.js';

function settingsFile(text: string): string {
  const file = join(makeFolder('config'), 'sni.yaml');
  writeFileSync(file, text);
  return file;
}

const file = settingsFile(`timezone: Europe/Berlin
phases: { enrich: { batch: 7, lease: 9m } }
models:
  roles: { enrich: { models: [ollama/qwen2.5:7b] } }
  ollama: { url: "http://sni:hunter2@127.0.0.1:11434" }
notify:
  notifiers:
    - { name: team, kind: slack, url: https://hooks.example.org/T0/B0/verysecret }
    - { name: ops, kind: webhook, url: https://example.org/hook, secret_from: OPS_SECRET }
`);
const env = { DATABASE_URL: 'postgres://sni:letmein@127.0.0.1/sni', SNI_LOG: 'warn' };

test('show says each value and where it came from, and no secret', async () => {
  const { code, stdout } = await sni(['--config', file, 'config', 'show', '--json'], env);
  expect(code).toBe(0);
  const rows = new Map<string, { value: string; from: string }>(
    JSON.parse(stdout).map((row: { key: string; value: string; from: string }) => [row.key, row]),
  );
  expect(rows.get('timezone')).toMatchObject({ value: 'Europe/Berlin', from: 'file' });
  expect(rows.get('phases.enrich.lease')).toMatchObject({ value: '9m', from: 'file' });
  expect(rows.get('phases.enrich.group')).toMatchObject({ value: '8', from: 'default' });
  expect(rows.get('silence')).toMatchObject({ value: '60s', from: 'default' });
  expect(rows.get('SNI_LOG')).toMatchObject({ value: 'warn', from: 'environment' });
  expect(rows.get('DATABASE_URL')).toMatchObject({ value: '(set, not shown)', from: 'environment' });
  expect(stdout).not.toMatch(/hunter2|letmein|verysecret/);
  expect((await sni(['--config', file, 'config', 'show', 'phases.enrich'], env)).stdout).toMatch(/^phases\.enrich\.batch +7 +file$/m);
});

test('check says what is right, which variable is missing, and all that is wrong with exit code 78', async () => {
  expect((await sni(['--config', file, 'config', 'check'], env)).stdout).toMatch(
    /is right: 0 sources, models for enrich, 2 notifiers\.\nThe notifier ops tells nobody before OPS_SECRET/,
  );
  const wrong = settingsFile('timezone: Nowhere\nnotify: { notifiers: [{ name: A, kind: pigeon }, { name: b, kind: email }] }\n');
  const { code, stderr } = await sni(['--config', wrong, 'config', 'check'], {});
  expect(code).toBe(78);
  for (const place of ['timezone', 'notify.notifiers[0].name', 'notify.notifiers[0].kind']) expect(stderr).toContain(place);
  expect((await sni(['--config', settingsFile(''), 'config', 'check'], {})).stdout).toContain('is right: 0 sources');
});

test('completion gives bash a script that completes commands, phases and flags', async () => {
  const { stdout } = await sni(['completion', 'bash'], {});
  const complete = (...words: string[]) =>
    spawnSync('bash', ['-c', `${stdout}\nCOMP_WORDS=(sni ${words.join(' ')}); COMP_CWORD=${words.length}; _sni; echo "\${COMPREPLY[@]}"`], {
      encoding: 'utf8',
    }).stdout.trim();
  expect(complete('diag')).toBe('diagnose');
  expect(complete('retry', 'enr')).toBe('enrich');
  expect(complete('stats', '--cs')).toBe('--csv');
  expect((await sni(['completion', 'zsh'], {})).stdout).toContain('retry) compadd -- ingest filter');
  expect((await sni(['completion', 'fish'], {})).stdout).toContain('-a diagnose -d');
  expect((await sni(['completion', 'tcsh'], {})).code).toBe(78);
});

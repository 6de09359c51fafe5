// `sni metrics`, /metrics, /health and /ready: valid by the rules of the format, on an empty, a normal and a damaged database; and the rules
// and the dashboard in deploy/ name gauges that there are.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { makeLog } from '../../../lib/app.js';
import { projectRoot, readConfig } from '../../../lib/config.js';
import { metricsText } from '../../../lib/desk/metrics/text.js';
import { makeSite } from '../../../lib/pages/site.js';
import { makeFolder } from '../../support/folder.js';
import { makeTestWorld } from '../../support/in-test.js';
import { furnish, sni } from './fixture.js';

/** Reads a text by the rules of the exposition format; throws where it breaks one. Value by name and labels. */
function read(text: string): Map<string, number> {
  const samples = new Map<string, number>();
  const typed = new Set<string>();
  let name = '';
  expect(text.endsWith('\n')).toBe(true);
  for (const line of text.slice(0, -1).split('\n')) {
    const [, word, of = '', rest = ''] = /^# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)$/.exec(line) ?? [];
    if (word === 'HELP') {
      expect(typed.has(of), `${of} stands in two groups`).toBe(false);
      name = of;
    } else if (word === 'TYPE') {
      expect([of, rest]).toEqual([name, 'gauge']);
      typed.add(of);
    } else {
      const sample =
        /^([a-zA-Z_:][a-zA-Z0-9_:]*)((?:\{(?:[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*",?)+\})?) (NaN|[+-]Inf|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/.exec(
          line,
        );
      expect(sample, line).not.toBeNull();
      expect(sample?.[1]).toBe(name);
      const key = `${sample?.[1]}${sample?.[2]}`;
      expect(samples.has(key), `${key} stands twice`).toBe(false);
      samples.set(key, Number(sample?.[3]?.replace('Inf', 'Infinity')));
    }
  }
  return samples;
}

test('an empty database gives zeros, a normal one its numbers', async () => {
  const world = await makeTestWorld();
  const ask = async () => read((await sni(['--config', world.settings, 'metrics'], { SNI_HOME: world.home })).stdout);
  const empty = await ask();
  expect(empty.get('sni_phase_items{phase="filter",state="ready"}')).toBe(0);
  expect(empty.get('sni_narratives')).toBe(0);
  expect(empty.has('sni_newest_title_timestamp_seconds')).toBe(false);
  await furnish(world.sql);
  await world.sql`insert into alerts (name, subject, severity, what, todo) values ('no_titles', '', 'critical', 'w', 't')`;
  const full = await ask();
  expect(full.get('sni_phase_items{phase="generate",state="ready"}')).toBe(2);
  expect(full.get('sni_phase_paused{phase="enrich"}')).toBe(1);
  expect(full.get('sni_phase_paused{phase="narrate"}')).toBe(0);
  expect(full.get('sni_alerts{name="no_titles",severity="critical"}')).toBe(1);
  expect(full.get('sni_titles{state="in_family"}')).toBe(3);
});

test('text of any kind in a label stays one label, and a value that is no number is none of the others', () => {
  const text = metricsText([
    {
      name: 'a',
      help: 'b\\c\nd',
      samples: [
        { labels: { l: 'x"y\\z\nw' }, value: Number.NaN },
        { labels: {}, value: Number.POSITIVE_INFINITY },
      ],
    },
  ]);
  expect(text).toBe('# HELP a b\\\\c\\nd\n# TYPE a gauge\na{l="x\\"y\\\\z\\nw"} NaN\na +Inf\n');
  expect([...read(text).values()]).toEqual([Number.NaN, Number.POSITIVE_INFINITY]);
  expect(() =>
    metricsText([
      {
        name: 'a',
        help: '',
        samples: [
          { labels: {}, value: 1 },
          { labels: {}, value: 2 },
        ],
      },
    ]),
  ).toThrow('same labels');
});

test('--to writes a whole file and leaves nothing else; a place that cannot be written is said', async () => {
  const world = await makeTestWorld();
  const folder = makeFolder('prom');
  const file = join(folder, 'sni.prom');
  expect(await sni(['--config', world.settings, 'metrics', '--to', file], { SNI_HOME: world.home })).toMatchObject({ code: 0, stdout: '' });
  expect(readdirSync(folder)).toEqual(['sni.prom']);
  expect(read(readFileSync(file, 'utf8')).size).toBeGreaterThan(40);
  const refused = await sni(['--config', world.settings, 'metrics', '--to', join(folder, 'none', 'x.prom')], { SNI_HOME: world.home });
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('cannot be written') });
});

test('the server answers /metrics, /health and /ready, and where the database is damaged says so', async () => {
  const world = await makeTestWorld();
  const site = makeSite(
    { sql: world.sql, config: readConfig(world.settings, {}), log: makeLog({ level: 'fatal', name: 'test', to: 'stderr' }) },
    [],
  );
  const ask = (path: string) => site.fetch(new Request(`http://127.0.0.1${path}`));
  const metrics = await ask('/metrics');
  expect([metrics.status, metrics.headers.get('content-type')]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
  expect(read(await metrics.text()).has('sni_narratives')).toBe(true);
  expect([(await ask('/health')).status, (await ask('/ready')).status]).toEqual([200, 200]);
  await world.sql`alter table phases rename to lost`;
  expect([(await ask('/health')).status, (await ask('/ready')).status, (await ask('/metrics')).status]).toEqual([200, 503, 503]);
  site.close();
});

test('the rules and the dashboard in deploy/ ask for gauges that there are', async () => {
  const world = await makeTestWorld();
  await furnish(world.sql);
  await world.sql`insert into alerts (name, subject, severity, what, todo) values ('no_titles', '', 'critical', 'w', 't')`;
  await world.sql`insert into lanes (engine, model, state) values ('ollama', '', 'closed')`;
  const samples = read((await sni(['--config', world.settings, 'metrics'], { SNI_HOME: world.home })).stdout);
  const known = new Set([...samples.keys()].map((key) => key.replace(/\{.*/, '')));
  const rules = readFileSync(join(projectRoot, 'deploy/prometheus/alerts.yml'), 'utf8');
  const dashboard = readFileSync(join(projectRoot, 'deploy/prometheus/grafana-dashboard.json'), 'utf8');
  const asked = [
    ...parse(rules).groups[0].rules.map(({ expr }: { expr: string }) => expr),
    ...JSON.parse(dashboard).panels.flatMap(({ targets }: { targets: { expr: string }[] }) => targets.map(({ expr }) => expr)),
  ];
  const names = asked.flatMap((expr: string) => expr.match(/sni_[a-z_]+/g) ?? []);
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !known.has(name))).toEqual([]);
});

test('promtool takes the numbers where it is installed, a strict reader of the format where it is not', async () => {
  const world = await makeTestWorld();
  await furnish(world.sql);
  const { stdout } = await sni(['--config', world.settings, 'metrics'], { SNI_HOME: world.home });
  const checked = spawnSync('promtool', ['check', 'metrics'], { input: stdout, encoding: 'utf8' });
  const isInstalled = checked.error === undefined;
  process.stdout.write(
    `The numbers are checked by ${isInstalled ? 'promtool' : 'the own reader: promtool (Debian: prometheus) is not installed'}.\n`,
  );
  if (isInstalled) expect(checked).toMatchObject({ status: 0, stderr: '', stdout: '' });
  expect(read(stdout).size).toBeGreaterThan(40);
});

// Checks the manifests without a cluster: each document against the types of its kind, by tsc, which names misspelt keys and wrong types; then,
// where kubectl or kustomize is there, each overlay as it is rendered. Part of `npm run check`. Ends with 1 and what is wrong.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';

const folder = import.meta.dirname;
const root = resolve(folder, '../..');
/** Of each kind that stands here, where its type comes from. */
const types = {
  'batch/v1 CronJob': "import('kubernetes-types/batch/v1').CronJob",
  'batch/v1 Job': "import('kubernetes-types/batch/v1').Job",
  'apps/v1 Deployment': "import('kubernetes-types/apps/v1').Deployment",
  'v1 Namespace': "import('kubernetes-types/core/v1').Namespace",
  'v1 Service': "import('kubernetes-types/core/v1').Service",
  'v1 ServiceAccount': "import('kubernetes-types/core/v1').ServiceAccount",
  'v1 ConfigMap': "import('kubernetes-types/core/v1').ConfigMap",
  'v1 Secret': "import('kubernetes-types/core/v1').Secret",
  'policy/v1 PodDisruptionBudget': "import('kubernetes-types/policy/v1').PodDisruptionBudget",
  'networking.k8s.io/v1 NetworkPolicy': "import('kubernetes-types/networking/v1').NetworkPolicy",
  'keda.sh/v1alpha1 ScaledObject': "import('@kubernetes-models/keda/keda.sh/v1alpha1').IScaledObject",
  'monitoring.coreos.com/v1 ServiceMonitor': "import('@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1').IServiceMonitor",
  'postgresql.cnpg.io/v1 Cluster': "import('@kubernetes-models/cloudnative-pg/postgresql.cnpg.io/v1').ICluster",
};

const nameOfPatches = 'of-all';

/** Files of manifests below `where`; a kustomization is none. */
function manifestFiles(where) {
  return readdirSync(where, { recursive: true })
    .filter((name) => name.endsWith('.yaml') && !['kustomization.yaml', 'sni.yaml'].includes(basename(name)))
    .map((name) => join(where, name))
    .sort();
}

/** What is wrong with the documents of these files, a line each; none is fine. */
export function problemsOf(files) {
  const problems = [];
  const lines = ['type Part<T> = T extends (infer Item)[] ? Part<Item>[] : T extends object ? { [K in keyof T]?: Part<T[K]> } : T;'];
  for (const file of files) {
    for (const document of parseAllDocuments(readFileSync(file, 'utf8'))) {
      const of = relative(root, file);
      problems.push(...document.errors.map(({ message }) => `${of}: ${message}`));
      const { apiVersion, kind, metadata } = document.toJS() ?? {};
      const whole = types[`${apiVersion} ${kind}`];
      // A patch has a part of its kind only.
      const type = whole !== undefined && metadata?.name === nameOfPatches ? `Part<${whole}>` : whole;
      if (type === undefined)
        problems.push(`${of}: no type is known for ${apiVersion} ${kind}; add it to ${relative(root, import.meta.filename)}.`);
      else lines.push(`// ${of} ${kind}\nexport const m${lines.length}: ${type} = ${JSON.stringify(document.toJS(), null, 1)};`);
    }
  }
  const place = join(root, 'build', `manifests-${process.pid}`);
  mkdirSync(place, { recursive: true });
  try {
    const source = join(place, 'manifests.ts');
    writeFileSync(source, lines.join('\n'));
    const flags = [
      '--noEmit',
      '--strict',
      '--skipLibCheck',
      '--ignoreConfig',
      '--module',
      'esnext',
      '--moduleResolution',
      'bundler',
      '--types',
      '',
    ];
    const checked = spawnSync(join(root, 'node_modules/.bin/tsc'), [...flags, source], { encoding: 'utf8' });
    return checked.status === 0 ? problems : [...problems, ...placed(checked.stdout, lines)];
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** tsc's lines, with the document that each is about instead of the file made for it. */
function placed(said, lines) {
  const heads = lines.join('\n').split('\n');
  return said
    .split('\n')
    .filter((line) => line !== '')
    .map((line) =>
      line.replace(/^\S*manifests\.ts\((\d+),\d+\)/, (_, number) =>
        heads
          .slice(0, Number(number))
          .findLast((head) => head.startsWith('// '))
          ?.slice(3),
      ),
    );
}

/** The command that renders an overlay; null where there is none here. */
function renderer() {
  return (
    [
      ['kubectl', 'kustomize'],
      ['kustomize', 'build'],
    ].find(([program]) => spawnSync(program, ['--help'], { stdio: 'ignore' }).status === 0) ?? null
  );
}

/** The overlays rendered with the files of a box, into `into`; returns the files. */
function rendered([program, word], into) {
  cpSync(folder, join(into, 'kubernetes'), { recursive: true });
  return readdirSync(join(folder, 'overlays')).map((overlay) => {
    const place = join(into, 'kubernetes/overlays', overlay);
    cpSync(join(root, 'sni.yaml'), join(place, 'sni.yaml'));
    cpSync(join(root, 'deploy/sni.env.example'), join(place, 'sni.env'));
    const file = join(into, `${overlay}.yaml`);
    writeFileSync(file, execFileSync(program, [word, place], { encoding: 'utf8', maxBuffer: 1 << 26 }));
    return file;
  });
}

/** What an overlay's pods and cron jobs lack of what all are to have, a line each: a patch that no longer meets its target is no error to kustomize. */
function lacking(file) {
  return parseAllDocuments(readFileSync(file, 'utf8')).flatMap((document) => {
    const { kind, metadata, spec } = document.toJS() ?? {};
    const pod = (kind === 'CronJob' ? spec.jobTemplate.spec.template : spec?.template)?.spec;
    if (pod === undefined) return [];
    const wanted = {
      'runAsNonRoot: true': pod.securityContext?.runAsNonRoot === true,
      'seccompProfile: RuntimeDefault': pod.securityContext?.seccompProfile?.type === 'RuntimeDefault',
      'automountServiceAccountToken: false': pod.automountServiceAccountToken === false,
      'an image that an overlay names': pod.containers.every(({ image }) => /^[^/]+\/.+:/.test(image ?? '')),
      'readOnlyRootFilesystem: true': pod.containers.every(({ securityContext }) => securityContext?.readOnlyRootFilesystem === true),
      'allowPrivilegeEscalation: false': pod.containers.every(({ securityContext }) => securityContext?.allowPrivilegeEscalation === false),
      'capabilities: drop ALL': pod.containers.every(({ securityContext }) => securityContext?.capabilities?.drop?.includes('ALL')),
      ...(kind === 'CronJob' && {
        'concurrencyPolicy: Forbid': spec.concurrencyPolicy === 'Forbid',
        startingDeadlineSeconds: spec.startingDeadlineSeconds > 0,
        timeZone: spec.timeZone !== undefined,
        'backoffLimit: 0': spec.jobTemplate.spec.backoffLimit === 0,
        activeDeadlineSeconds: spec.jobTemplate.spec.activeDeadlineSeconds > 0,
      }),
    };
    return Object.entries(wanted).flatMap(([what, has]) => (has ? [] : [`${basename(file)} ${kind} ${metadata.name}: lacks ${what}.`]));
  });
}

if (process.argv[1] === import.meta.filename) {
  const program = renderer();
  const into = mkdtempSync(join(tmpdir(), 'sni-manifests-'));
  try {
    const overlays = program === null ? [] : rendered(program, into);
    const files = manifestFiles(folder);
    const problems = [...problemsOf([...files, ...overlays]), ...overlays.flatMap(lacking)];
    for (const problem of problems) console.error(problem);
    const how =
      program === null
        ? 'neither kubectl nor kustomize is here to render the overlays'
        : `${overlays.length} overlays rendered by ${program[0]}`;
    console.log(`Checked ${files.length} files of manifests; ${how}.${problems.length > 0 ? ` ${problems.length} problems.` : ''}`);
    process.exitCode = problems.length > 0 ? 1 : 0;
  } finally {
    rmSync(into, { recursive: true, force: true });
  }
}

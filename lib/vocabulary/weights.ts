// Points and thresholds of the score, from weights.tsv. Every weight that the score asks for must be there as a number.

/** Points by group ("actor", "mechanism", ...): those of the key, where it has no weight of the other key, else of the group's `*`, else 0. */
export interface GateWeights {
  points(group: WeightGroup, key: string, otherwise?: string): number;
}

const required = {
  actor: ['*'],
  mechanism: ['1', '2'],
  context: ['*'],
  pattern: ['score-line', 'listicle', 'money'],
  section: ['*'],
  rule: ['weak', 'second-actor', 'second-mechanism', 'second-context', 'pair', 'strong-pair'],
  threshold: ['keep', 'tier-1', 'tier-2'],
} as const;
type WeightGroup = keyof typeof required;

const columns = ['group', 'key', 'points', 'why'];

/** Reads the weights; `problems` receives one sentence per mistake, naming file and line. */
export function readWeights(file: string, text: string, problems: string[]): GateWeights {
  const found = new Map<string, number>();
  let headerSeen = false;
  text.split(/\r?\n/).forEach((content, index) => {
    if (content.trim() === '' || content.startsWith('#')) return;
    const cells = content.split('\t').map((cell) => cell.trim());
    const problem = (reason: string): void => void problems.push(`${file} line ${index + 1}: ${reason}`);
    if (!headerSeen) {
      headerSeen = true;
      if (cells.join('\t') !== columns.join('\t')) problem(`the header must name the columns ${columns.join(', ')}, separated by tabs.`);
      return;
    }
    const [group = '', key = '', points = ''] = cells;
    if (cells.length !== columns.length) problem(`${cells.length} columns where ${columns.length} are wanted (${columns.join(', ')}).`);
    else if (!isGroup(group)) problem(`the group "${group}" is not known; use one of ${Object.keys(required).join(', ')}.`);
    else if (found.has(`${group} ${key}`)) problem(`"${group} ${key}" has a weight already; keep one of the two lines.`);
    else if (!/^-?\d+(\.\d+)?$/.test(points)) problem(`the points "${points}" are not a number; write one like 2 or -1.5.`);
    else if (!/^[\w*@-]+$/.test(key)) problem(`the key "${key}" is not an id; write one without spaces, or *.`);
    else found.set(`${group} ${key}`, Number(points));
  });
  for (const [group, keys] of Object.entries(required))
    for (const key of keys)
      if (!found.has(`${group} ${key}`)) problems.push(`${file}: "${group} ${key}" has no weight; add a line for it.`);
  const byGroup = new Map<string, Map<string, number>>();
  for (const [name, points] of found) {
    const [group = '', key = ''] = name.split(' ');
    byGroup.set(group, (byGroup.get(group) ?? new Map<string, number>()).set(key, points));
  }
  return {
    points(group, key, otherwise) {
      const weights = byGroup.get(group);
      return weights?.get(key) ?? (otherwise === undefined ? undefined : weights?.get(otherwise)) ?? weights?.get('*') ?? 0;
    },
  };
}

function isGroup(group: string): group is WeightGroup {
  return Object.hasOwn(required, group);
}

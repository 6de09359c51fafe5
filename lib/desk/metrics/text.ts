// Gauges in the text format of Prometheus (exposition format 0.0.4), as its server and node_exporter's textfile collector read it.

export interface Gauge {
  /** `sni_phase_items`: with its unit at its end, where it has one. */
  name: string;
  help: string;
  /** None where nothing is known: the gauge is then left out. */
  samples: readonly Sample[];
}

export interface Sample {
  labels: Readonly<Record<string, string>>;
  value: number;
}

/** Ends in a line feed. Throws where a gauge or label has a name that is none, or two samples have the same labels. */
export function metricsText(gauges: readonly Gauge[]): string {
  return gauges
    .filter(({ samples }) => samples.length > 0)
    .map(({ name, help, samples }) => {
      if (!/^[a-z_][a-z0-9_]*$/.test(name)) throw new Error(`${name} is no name of a gauge.`);
      const lines = samples.map(({ labels, value }) => `${name}${labelsOf(labels)} ${written(value)}`);
      if (new Set(lines.map((line) => line.slice(0, line.lastIndexOf(' ')))).size < lines.length)
        throw new Error(`${name} has two samples with the same labels.`);
      return `# HELP ${name} ${help.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')}\n# TYPE ${name} gauge\n${lines.join('\n')}\n`;
    })
    .join('');
}

function labelsOf(labels: Sample['labels']): string {
  const pairs = Object.entries(labels).map(([name, value]) => {
    if (!/^[a-z_][a-z0-9_]*$/.test(name)) throw new Error(`${name} is no name of a label.`);
    return `${name}="${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
  });
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

function written(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  return String(value);
}

// Counts how many labelled acts a reader finds, how many it makes up, and how many headlines it reads gravely wrong.
import type { Act } from '../../lib/reading/reading.js';

interface Labelled {
  source: string | null;
  action: string;
  target: string | null;
  mode?: string;
  source_also?: (string | null)[];
  action_also?: string[];
  target_also?: (string | null)[];
}

export interface ActsRow {
  title: string;
  lang: string;
  acts: Labelled[];
  not: Labelled[];
}

/** Done together: told in either direction they are the same act. */
const together = new Set(['negotiate', 'agree_or_sign', 'trade_deal', 'visit_or_meet']);

export function scoreActs(rows: readonly ActsRow[], read: (title: string, lang: string) => Act[]) {
  let right = 0;
  let made = 0;
  let wanted = 0;
  let grave = 0;
  for (const { title, lang, acts, not } of rows) {
    const got = read(title, lang);
    const left = [...acts];
    wanted += acts.length;
    for (const act of got) {
      const at = left.findIndex((label) => matches(label, act));
      if (at >= 0) {
        left.splice(at, 1);
        right++;
        made++;
      } else if (!together.has(act.action) || !acts.some((label) => matches(label, act))) made++;
    }
    if (got.some((act) => not.some((label) => forbids(label, act)) || acts.some((label) => reverses(label, act, acts)))) grave++;
  }
  return { n: rows.length, precision: right / made, recall: right / wanted, grave };
}

function matches(label: Labelled, act: Act): boolean {
  if (!isAction(label, act) || (label.mode ?? 'done') !== act.mode) return false;
  const as = (source: string | null, target: string | null): boolean =>
    (label.source === source || (label.source_also ?? []).includes(source)) &&
    (label.target === target || (label.target_also ?? []).includes(target));
  return as(act.source, act.target) || (together.has(act.action) && as(act.target, act.source));
}

function forbids(label: Labelled, act: Act): boolean {
  return (
    label.source === act.source && label.action === act.action && label.target === act.target && (!label.mode || label.mode === act.mode)
  );
}

/** Source and target the wrong way round, where the other way is not right too. */
function reverses(label: Labelled, act: Act, acts: readonly Labelled[]): boolean {
  if (label.source === null || label.target === null || together.has(act.action) || !isAction(label, act)) return false;
  return (
    label.source === act.target &&
    label.target === act.source &&
    !acts.some((other) => other.source === act.source && other.target === act.target)
  );
}

function isAction(label: Labelled, act: Act): boolean {
  return label.action === act.action || (label.action_also ?? []).includes(act.action);
}

// How readings are compared with labels. An act is right where source, action, target and mode are; what labels call optional is neither
// asked nor wrong; acts done together count in either direction.

import { mutual } from '../../../lib/reading/actions.js';
import type { Figure } from '../../../lib/reading/figures/figure.js';
import type { Act } from '../../../lib/reading/reading.js';

export interface LabelledAct {
  source: string | null;
  action: string;
  target: string | null;
  mode?: string;
  source_also?: readonly (string | null)[];
  action_also?: readonly string[];
  target_also?: readonly (string | null)[];
  /** May be read and need not be. */
  optional?: boolean;
}

export interface LabelledFigure {
  value: number;
  unit: string;
  value_also?: readonly number[];
}

/** Rounded to thousandths; 0 of nothing. */
export function part(some: number, of: number): number {
  return of === 0 ? 0 : Math.round((some / of) * 1000) / 1000;
}

export class ActScore {
  private titles = 0;
  private graves = 0;
  private right = 0;
  private wrong = 0;
  private missed = 0;

  add(read: readonly Act[], labels: readonly LabelledAct[], not: readonly LabelledAct[], optional: readonly LabelledAct[]): void {
    const wanted = labels.filter((label) => !isVague(label));
    const vague = [...optional, ...labels.filter(isVague)];
    const found = new Set<LabelledAct>();
    for (const act of read) {
      const label = wanted.find((one) => !found.has(one) && isSame(act, one)) ?? wanted.find((one) => isSame(act, one));
      if (label) {
        if (!found.has(label)) this.right++;
        found.add(label);
      } else if (!vague.some((one) => isSame(act, one))) this.wrong++;
    }
    this.missed += wanted.length - found.size;
    this.titles++;
    if (read.some((act) => not.some((one) => isForbidden(act, one)) || isReversed(act, labels))) this.graves++;
  }

  figures(): { precision: number; recall: number; grave: number } {
    return {
      precision: part(this.right, this.right + this.wrong),
      recall: part(this.right, this.right + this.missed),
      grave: part(this.graves, this.titles),
    };
  }
}

/** An act that names nobody, or says nothing in particular, or is labelled so: it may be read and need not be. */
function isVague({ source, target, action, optional }: LabelledAct): boolean {
  return optional === true || (source === null && target === null) || action === 'other';
}

function isSame(act: Act, label: LabelledAct): boolean {
  if (act.mode !== (label.mode ?? 'done') || ![label.action, ...(label.action_also ?? [])].includes(act.action)) return false;
  const sources = [label.source, ...(label.source_also ?? [])];
  const targets = [label.target, ...(label.target_also ?? [])];
  const straight = sources.includes(act.source) && targets.includes(act.target);
  return straight || (mutual.has(act.action) && sources.includes(act.target) && targets.includes(act.source));
}

function isForbidden(act: Act, { source, action, target, mode }: LabelledAct): boolean {
  return act.source === source && act.action === action && act.target === target && (mode === undefined || mode === act.mode);
}

/** Source and target of a labelled act the wrong way round. */
function isReversed(act: Act, labels: readonly LabelledAct[]): boolean {
  if (act.source === null || act.target === null || mutual.has(act.action)) return false;
  const turned = labels.some(({ source, action, target }) => source === act.target && target === act.source && action === act.action);
  return turned && !labels.some((label) => isSame(act, label));
}

/** A figure is right where value and unit are. */
export class FigureScore {
  private right = 0;
  private wrong = 0;
  private missed = 0;

  add(read: readonly Figure[], labels: readonly LabelledFigure[]): void {
    const left = [...labels];
    for (const { value, unit } of read) {
      const at = left.findIndex((label) => label.unit === unit && [label.value, ...(label.value_also ?? [])].includes(value));
      if (at < 0) this.wrong++;
      else {
        this.right++;
        left.splice(at, 1);
      }
    }
    this.missed += left.length;
  }

  figures(): { right: number; wrong: number; missed: number } {
    return { right: this.right, wrong: this.wrong, missed: this.missed };
  }
}

export class ShareRight {
  private right = 0;
  private all = 0;

  add(isRight: boolean): void {
    this.all++;
    if (isRight) this.right++;
  }

  /** Null where nothing was labelled. */
  share(): number | null {
    return this.all === 0 ? null : part(this.right, this.all);
  }
}

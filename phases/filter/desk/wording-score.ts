// How the wording that is read of headlines is compared with labels. A field that a row does not label is not measured on it.
import type { Wording } from '../../../lib/reading/wording/wording.js';
import { part, ShareRight } from './reading-score.js';

/** The fields of a labelled row, by the names they have in it. */
export interface LabelledWording {
  agent_named?: boolean;
  act_word?: string | null;
  loaded?: readonly string[];
  quoted_loaded?: readonly string[];
  hedged?: boolean;
  focus?: string;
}

/** Shares of right rows, 0 to 1; null where no row labels the field. `side` is of the loaded words that were found on either side. */
export interface WordingShares {
  agentNamed: number | null;
  actWord: number | null;
  loaded: { precision: number; recall: number };
  side: number | null;
  hedged: number | null;
  focus: number | null;
}

export class WordingScore {
  private readonly agentNamed = new ShareRight();
  private readonly actWord = new ShareRight();
  private readonly side = new ShareRight();
  private readonly hedged = new ShareRight();
  private readonly focus = new ShareRight();
  private readonly words = { right: 0, extra: 0, found: 0, missed: 0 };
  private rows = 0;

  add(read: Wording, label: LabelledWording): void {
    const { agent_named, act_word, loaded, quoted_loaded, hedged, focus } = label;
    if ([agent_named, act_word, loaded, quoted_loaded, hedged, focus].every((field) => field === undefined)) return;
    this.rows++;
    if (agent_named !== undefined) this.agentNamed.add(read.agentNamed === agent_named);
    if (act_word !== undefined) this.actWord.add(act_word === null ? read.actWord === null : isSame(read.actWord ?? '', act_word));
    if (hedged !== undefined) this.hedged.add(read.hedged === hedged);
    if (focus !== undefined) this.focus.add(read.focus === focus);
    if (loaded !== undefined || quoted_loaded !== undefined) this.addLoaded(read, loaded ?? [], quoted_loaded ?? []);
  }

  private addLoaded(read: Wording, own: readonly string[], quoted: readonly string[]): void {
    const wanted = [...own, ...quoted];
    for (const word of [...read.loaded, ...read.quotedLoaded]) {
      if (wanted.some((one) => isSame(word, one))) this.words.right++;
      else this.words.extra++;
    }
    for (const [words, mine, other] of [
      [own, read.loaded, read.quotedLoaded],
      [quoted, read.quotedLoaded, read.loaded],
    ] as const)
      for (const word of words) {
        const here = mine.some((one) => isSame(one, word));
        if (here || other.some((one) => isSame(one, word))) {
          this.words.found++;
          this.side.add(here);
        } else this.words.missed++;
      }
  }

  /** Undefined where no row labels any wording. */
  shares(): WordingShares | undefined {
    if (this.rows === 0) return undefined;
    const { right, extra, found, missed } = this.words;
    return {
      agentNamed: this.agentNamed.share(),
      actWord: this.actWord.share(),
      loaded: { precision: part(right, right + extra), recall: part(found, found + missed) },
      side: this.side.share(),
      hedged: this.hedged.share(),
      focus: this.focus.share(),
    };
  }
}

/** Whether all the words of one stand in the other: "launch" and "Missile launch", not "strike" and "strikes". */
function isSame(one: string, other: string): boolean {
  const [short = [], long = []] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.length - b.length);
  return short.length > 0 && short.every((word) => long.includes(word));
}

/** In lower case; Chinese by its characters. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

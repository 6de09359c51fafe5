// Tells decisions in words, one line a second at most: what changed at once, how much was fed every ten seconds. A cause is named once; how
// often it came again is said at the end.

interface Log {
  info: (line: object) => void;
  warn: (line: object) => void;
  debug: (line: object) => void;
}

const sentenceEveryMs = 1000;
const feedingEveryMs = 10_000;

export interface DecisionLog {
  /** A change: "cloud paused: rate limit, 40 s". */
  decided: (sentence: string) => void;
  fed: (lane: string, model: string) => void;
  /** Why a call did not succeed. `cause` is what makes it the same as another. */
  fault: (cause: string, sentence: string) => void;
  /** What is left to say. */
  end: () => void;
}

/** `waiting` is asked when feeding is told. */
export function makeDecisionLog(log: Log, waiting: () => number): DecisionLog {
  const causes = new Map<string, number>();
  const fed = new Map<string, number>();
  let sentences: string[] = [];
  let said = '';
  let saidAt = Number.NEGATIVE_INFINITY;
  let feedingSaidAt = performance.now();
  let timer: NodeJS.Timeout | undefined;

  const speak = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const feeding = performance.now() - feedingSaidAt >= feedingEveryMs ? feedingWords() : [];
    const words = [...new Set(sentences), ...feeding].join('; ');
    sentences = [];
    if (words === '' || words === said) return;
    said = words;
    saidAt = performance.now();
    log.info({ event: 'models', decided: words });
  };
  const feedingWords = (): string[] => {
    feedingSaidAt = performance.now();
    const words = [...fed].map(([what, times]) => `${what}${times > 1 ? ` (${times})` : ''}`);
    fed.clear();
    return words.length > 0 ? [`fed ${words.join(', ')}; ${waiting()} wait`] : [];
  };
  const soon = (): void => {
    timer ??= setTimeout(speak, Math.max(0, saidAt + sentenceEveryMs - performance.now())).unref();
  };
  return {
    decided: (sentence) => {
      sentences.push(sentence);
      soon();
    },
    fed: (lane, model) => {
      const what = `${lane} ${model}`;
      const first = fed.size === 0 && saidAt === Number.NEGATIVE_INFINITY;
      fed.set(what, (fed.get(what) ?? 0) + 1);
      if (first) sentences.push(`fed ${what}`);
      if (first || performance.now() - feedingSaidAt >= feedingEveryMs) soon();
    },
    fault: (cause, sentence) => {
      const times = (causes.get(cause) ?? 0) + 1;
      causes.set(cause, times);
      log[times === 1 ? 'warn' : 'debug']({ event: 'model fault', cause, error: sentence });
    },
    end: () => {
      feedingSaidAt = Number.NEGATIVE_INFINITY;
      speak();
      const again = [...causes].filter(([, times]) => times > 1);
      if (again.length > 0) log.info({ event: 'model faults', ...Object.fromEntries(again) });
    },
  };
}

// Numbers as a row of bars, a character each: ▁▃█.

const bars = '▁▂▃▄▅▆▇█';

/** Each number against the greatest; nothing is a dot, the least that is something the lowest bar. All zeros give an empty text. */
export function sparkline(numbers: readonly number[]): string {
  const most = Math.max(0, ...numbers);
  if (most === 0) return '';
  return numbers.map((value) => (value <= 0 ? '·' : bars[Math.min(bars.length - 1, Math.floor((value / most) * bars.length))])).join('');
}

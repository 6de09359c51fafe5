// US dollars as a person reads them.

/** `$2.50`, `$1,200.00`; below ten cents with as many places as the table keeps: `$0.0021`. */
export function dollars(usd: number): string {
  const places = Math.abs(usd) < 0.1 ? 6 : 2;
  return `$${usd.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: places })}`;
}

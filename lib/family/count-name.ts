// What a figure of headlines is called where it is shown. A share, a rise and a rate are read as one, and so are a price and a sum: they are
// called by what all of them are.

/**
 * "dead, people", "percent", "amount, USD", and with the headline's words, where there are any, "people “22 sailors”". Who is read as killed
 * may have died of a disease.
 */
export function countName({ what, unit, words }: { what: string; unit: string; words?: string }): string {
  if (what === 'rate' && unit === '%') return 'percent';
  const name = what === 'sum' ? 'amount' : what === 'killed' ? 'dead' : what;
  const named = unit === name ? name : `${name}, ${unit}`;
  return words === undefined ? named : `${named} “${words}”`;
}

/** "at least 1,400", "3 to 5": a value with how exactly it is told. */
export function valueInWords({ value, upper, qualifier }: { value: number; upper?: number; qualifier: string }, unit: string): string {
  const range = upper === undefined ? '' : ` to ${upper.toLocaleString('en')}`;
  return `${qualifierInWords({ qualifier, unit })}${value.toLocaleString('en')}${range}`;
}

/** "at least ", "less than "; empty where the figure is exact or a range. What is no count of single things is less, not fewer. */
function qualifierInWords({ qualifier, unit }: { qualifier: string; unit: string }): string {
  if (qualifier === 'exact' || qualifier === 'range') return '';
  if (qualifier === 'fewer_than' && /^(?:[A-Z]{3}|%|km|kg|tonnes|barrels|MW|GW)$/.test(unit)) return 'less than ';
  return `${qualifier.replace('_', ' ')} `;
}

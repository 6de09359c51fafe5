// A command line as it is typed into a shell: what may be taken for something else stands in quotation marks.

/** `sni pause enrich 'the model is changed' --retry-in 15m`; flags that are undefined, empty or false are left out. */
export function commandOf(words: readonly string[], flags: Readonly<Record<string, string | boolean | undefined>> = {}): string {
  const behind = Object.entries(flags).flatMap(([flag, value]) =>
    value === undefined || value === false || value === '' ? [] : value === true ? [`--${flag}`] : [`--${flag}`, quoted(value)],
  );
  return ['sni', ...words.map(quoted), ...behind].join(' ');
}

function quoted(word: string): string {
  return /^[\w@%+=:,./][\w@%+=:,./-]*$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

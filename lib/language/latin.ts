// Words of Cyrillic and accented letters in plain Latin ones, so that names compare over scripts.

const cyrillic: Readonly<Record<string, string>> = Object.fromEntries(
  `
  аa бb вv гg ґg дd еe ёe єe жzh зz иi іi їi йi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щsh ъ ыi ь эe юiu яia
`
    .trim()
    .split(/\s+/)
    .map((pair) => [pair.charAt(0), pair.slice(1)]),
);

/** Latin letters without marks for a lower-case word in Latin or Cyrillic script; other scripts stay as they are. */
export function latinise(word: string): string {
  return [...word.normalize('NFKC')]
    .map((letter) => cyrillic[letter] ?? letter)
    .join('')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss');
}

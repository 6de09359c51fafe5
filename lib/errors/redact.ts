// Takes passwords, keys, tokens and cookies out of a text. Rather one harmless long word too many than a secret too few.

const hidden = '<secret>';

const named =
  /\b([\w-]*(?:passw(?:or)?d|passphrase|pwd|secret|token|api[_-]?key|apikey|access[_-]?key|signature|credentials?)|key)("?'?\s*(?:[:=]|%3D)\s*)("[^"]*"|'[^']*'|[^\s"'&,;)}\]]+)/gi;
const header = /\b((?:proxy-)?authorization|(?:set-)?cookie|x-goog-api-key)("?\s*[:=]\s*)[^\r\n"]+/gi;

/** The text without what looks like a secret. */
export function redact(text: string): string {
  return text
    .replace(/-----BEGIN [\w ]*PRIVATE KEY-----[\s\S]*?(?:-----END [\w ]*PRIVATE KEY-----|$)/g, hidden)
    .replace(header, `$1$2${hidden}`)
    .replace(/\b(bearer|basic) +[\w.~+/=-]{6,}/gi, `$1 ${hidden}`)
    .replace(/(\/\/)[^\s/:@]*:\S*@/g, `$1${hidden}@`)
    .replace(named, `$1$2${hidden}`)
    .replace(/\b(?:AIza|g?sk[-_]|pk-|ghp_|gho_|github_pat_|glpat-|xox[a-z]-|AKIA|ya29\.|hf_|eyJ)[\w.-]{8,}/g, hidden)
    .replace(/(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{32,}/g, hidden)
    .replace(/(?<![\w+/])(?=[\w+/]*\d)(?=[\w+/]*[a-z])(?=[\w+/]*[A-Z])[A-Za-z0-9+/]{40,}={0,2}/g, hidden);
}

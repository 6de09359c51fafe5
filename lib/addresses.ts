// What of an address may be shown: no name and password before its host, and no key or token behind its question mark. Feeds that are paid for carry
// them, and what is shown is handed on.

const hidden = '<secret>';
/** Before a host, in a text or as the whole of it: a browser also reads `https:user:pass@host`. */
const logins = [/([a-z][a-z0-9+.-]*:[\\/]{2,})[^\\/?#\s]*@/gi, /^((?:https?|ftp|wss?):[\\/]*)[^\\/?#\s]*@/i] as const;
const keys =
  /([?&;#](?:[\w.-]*(?:passw(?:or)?d|passphrase|pwd|secret|token|api[_-]?key|access[_-]?key|auth[_-]?key|signature|credentials?)|auth|sig)=)[^&#\s"'<>]+/gi;
/** `key=` names an article as often as a secret; an article's is a number. */
const bareKeys = /([?&;#]key=)(?=[^&#\s"'<>]*[a-z])[^&#\s"'<>]{8,}/gi;

/** The text with each address in it as it may be shown. The same text where it holds none with a secret. */
export function withoutSecrets(text: string): string {
  if (!text.includes(':')) return text;
  const bare = logins.reduce((left, login) => left.replace(login, '$1'), text);
  return /[?&;#]/.test(bare) ? bare.replace(keys, `$1${hidden}`).replace(bareKeys, `$1${hidden}`) : bare;
}

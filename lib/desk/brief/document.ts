// The brief as a document without a format: blocks of runs. Each renderer turns these into its own marks and nothing else, so that mail, page,
// Markdown and terminal say the same.
import { withoutSecrets } from '../../addresses.js';
import { clean } from '../clean.js';

/** A piece of a line: `href` is an http(s) address, or one within the site that it is shown in. */
export interface Run {
  text: string;
  href?: string;
  strong?: boolean;
  quiet?: boolean;
}

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; runs: Run[]; id?: string }
  | { kind: 'paragraph'; runs: Run[] }
  | { kind: 'list'; items: Run[][] }
  /** What is compared: side by side where there is room, else one below the other. */
  | { kind: 'beside'; columns: Block[][] }
  | { kind: 'chart'; title: string; bars: { label: string; value: number }[] };

/** A run of cleaned text; blanks at its ends stay, one of each, for they part it from the next. */
export function textRun(text: string, more: Omit<Run, 'text'> = {}): Run {
  const [before, after] = [/^\s/u.test(text) ? ' ' : '', /\S\s+$/u.test(text) ? ' ' : ''];
  return { text: `${before}${clean(text)}${after}`, ...more };
}

/** An address that may be followed; others are left out, also one that carries a secret or looks like another's by a name before its host. */
export function hrefOf(url: string | null): { href?: string } {
  if (url === null || !URL.canParse(url) || withoutSecrets(url) !== url) return {};
  const { protocol, username, password, origin, pathname, search, hash } = new URL(url);
  if (!['http:', 'https:'].includes(protocol) || username !== '' || password !== '') return {};
  return { href: `${origin}${strict(pathname)}${strict(search)}${hash === '' ? '' : `#${strict(hash.slice(1)).replaceAll('#', '%23')}`}` };
}

/** Browsers follow more than RFC 3986 lets stand in an address; validators of feeds and of STIX do not. */
function strict(part: string): string {
  return part.replace(/%(?![\da-f]{2})|[^\w\-.~:/?#@!$&'()*+,;=%]/gi, (letter) => encodeURIComponent(letter));
}

/** Where a site shows what a document speaks of; a file of its own, or a mail, has no such places. */
export interface Places {
  /** Undefined for a family that the site does not show. */
  family?: (ef: string) => string | undefined;
}

/** The address of a family on the site, where there is a site. */
export function familyHref({ family }: Places, ef: string): { href?: string } {
  const href = family?.(ef);
  return href === undefined ? {} : { href };
}

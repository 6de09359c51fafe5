// The frame around every page: a way past the head for the keyboard, the search, where one can go, and what this is.

import { icon, script, style } from './assets.js';
import { type Html, html, raw } from './html.js';

const places: readonly (readonly [string, string])[] = [
  ['/', 'Brief'],
  ['/families', 'Families'],
  ['/outlets', 'Outlets'],
  ['/theaters', 'Theaters'],
  ['/map', 'Map'],
  ['/one-sided', 'One side'],
  ['/watchlists', 'Watchlists'],
  ['/positions', 'Positions'],
  ['/actors', 'Actors'],
  ['/compare', 'Compare'],
  ['/search', 'Search'],
  ['/desk', 'Desk'],
];

interface Framed {
  title: string;
  body: Html;
  /** The path of the page, to mark where one is. */
  path: string;
  /** What was searched for, to stand in the box. */
  query?: string | undefined;
  /** Where the same stands as JSON; undefined where there is none. */
  json?: string | undefined;
}

/** A whole page as HTML, from the doctype on. */
export function layout({ title, body, path, query, json }: Framed): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title === 'SNI' ? title : `${title} · SNI`}</title>
<link rel="stylesheet" href="${style.path}">
<link rel="alternate" type="application/atom+xml" title="SNI brief" href="/feeds/brief.atom.xml">
<link rel="icon" type="image/svg+xml" href="${icon.path}">
<script src="${script.path}" defer></script>
</head>
<body>
<a class="skip" href="#main">To the content</a>
<header>
<nav aria-label="Pages"><ul>${places.map(([href, name]) => html`<li><a href="${href}"${isHere(href, path) ? raw(' aria-current="page"') : ''}>${name}</a></li>`)}</ul></nav>
<form action="/search" role="search"><label for="q">Search</label> <input id="q" name="q" type="search" maxlength="200" value="${query ?? ''}"> <button>Find</button></form>
</header>
<main id="main" tabindex="-1">
${body}
</main>
<footer>
<p>SNI reads headlines and no articles. What stands here is what outlets say, with who says it; nothing here is confirmed by being told. ${json === undefined ? '' : html`<a href="${json}" rel="nofollow">This page as JSON</a>, <a href="/openapi.json">described</a>`}</p>
</footer>
</body>
</html>
`;
}

function isHere(href: string, path: string): boolean {
  return href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
}

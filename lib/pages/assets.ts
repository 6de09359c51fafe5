// Style, script and icon of the pages as files under addresses that change with what is in them, so that a browser may keep them for ever.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../config.js';

interface Asset {
  path: string;
  type: string;
  text: string;
}

const folder = join(projectRoot, 'lib/pages/assets');

export const style = asset('style', 'css', 'text/css');
export const script = asset('live', 'js', 'text/javascript');
export const icon = asset('icon', 'svg', 'image/svg+xml');
export const assets: readonly Asset[] = [style, script, icon];

/** Of the desk's pages alone. */
export const deskStyle = asset('desk', 'css', 'text/css');
export const deskScript = asset('desk', 'js', 'text/javascript');
export const deskAssets: readonly Asset[] = [deskStyle, deskScript];

function asset(name: string, ending: string, type: string): Asset {
  const text = readFileSync(join(folder, `${name}.${ending}`), 'utf8');
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return { path: `/assets/${name}-${hash}.${ending}`, type: `${type}; charset=utf-8`, text };
}

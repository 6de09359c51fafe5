// An address of every page over the store of the fixture: what tests walk through.
import { href } from '../../../lib/pages/address.js';
import { evilOutlet } from './fixture.js';

export const everyPage: readonly string[] = [
  ...[
    '/',
    '/?since=2026-03-10&until=2026-03-12',
    '/families',
    '/families/2',
    '/families/3',
    '/titles/2',
    '/titles/5',
    '/outlets',
    href('/outlets', evilOutlet),
  ],
  ...[
    '/actors',
    href('/actors', '@evil'),
    '/actors/RU',
    '/theaters',
    '/theaters/UKRAINE',
    '/watchlists',
    '/watchlists/Port',
    '/map',
    '/positions',
    '/positions?outlet=Harbour+Post&days=30',
    '/changes',
    '/changes?edition=2',
    '/map?theater=UKRAINE&days=30',
    '/one-sided?days=30',
    '/one-sided?theater=GAZA',
    '/compare',
    '/search',
    '/search?q=port',
    '/search?q=odessa',
  ],
  href('/compare', undefined, { a: 'Harbour Post', b: evilOutlet }),
];

// English words that the ground of a sentence asks for by themselves: offices, what a place is, units, plans.
import { stemOf } from './words.js';

export const ranks = new Set(
  'president minister premier chancellor king leader chief general governor secretary ambassador envoy spokesman'.split(' ').map(stemOf),
);

/** What an office is called by before its rank: "foreign minister", "prime minister". */
export const offices: ReadonlySet<string> = new Set(['prime', 'foreign', 'vice']);

/** What else signs a headline behind its name: "Seoul spy agency", "PM Sharif", "UN study". */
export const bodies = new Set(
  'pm fm pres gov mp agency service watchdog body office committee commission group fund bank study survey poll data envoy chair head speaker lawmaker senator aide adviser advisor analyst think-tank spy intelligence diplomat foreign defence defense health interior'
    .split(' ')
    .map(stemOf),
);

/** What a place is: "Kursk region". */
export const placeNouns = new Set(
  'region province oblast state district city island county governorate territory strait river shoal reef bay gulf sea peninsula valley mountain strip town port village'
    .split(' ')
    .map(stemOf),
);

/** Words that make another thing of the verb before them. */
export const turning = new Set('off down out against back'.split(' '));
/** Words for units, which the figures are compared by. */
export const units = new Set(
  'percent per cent percentage dollar dollars euro euros pound pounds yuan rouble roubles ruble rubles'.split(' '),
);
/** Words for what is yet to come: whether it is, another stage decides. */
export const intents = new Set(
  'plan plans planned planning intend intends intended intention want wants wanted aim aims aimed prepare prepares prepared preparing'.split(
    ' ',
  ),
);

export const powers: ReadonlySet<string> = new Set([
  'court',
  'supreme',
  'parliament',
  'assembly',
  'congress',
  'judge',
  'opposition',
  'central bank',
]);

/** Rows of concepts-*.tsv for offices. */
export const officeRows: ReadonlySet<string> = new Set([
  'ambassador',
  'minister',
  'foreign minister',
  'prime minister',
  'president',
  'general',
]);

/** Rows of concepts-*.tsv for how something ends: no other deed implies them. */
export const endings: ReadonlySet<string> = new Set(['end', 'win', 'double', 'triple', 'halve', 'sign', 'resume', 'reopen', 'sink']);

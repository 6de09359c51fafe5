// The table of conditions that somebody is told of; each is a row here and its look in of-phases, of-feeds or of-machine.
import type { Condition } from './condition.js';
import { dead, noTitles, unreachable } from './of-feeds.js';
import { backup, budget, disk } from './of-machine.js';
import { paused, stalled, workerGone } from './of-phases.js';

export const conditions: readonly Condition[] = [
  { name: 'stalled', severity: 'critical', fine: 'Every phase whose work waits gets on with it.', page: 'desk', find: stalled },
  { name: 'paused', severity: 'warning', fine: 'No phase is paused by guard or doctor.', page: 'desk', find: paused },
  { name: 'worker_gone', severity: 'critical', fine: 'No worker has vanished.', page: 'desk/runs', find: workerGone },
  { name: 'feed_dead', severity: 'warning', fine: 'No feed has been dead for a week.', page: 'desk/feeds', find: dead },
  { name: 'feeds_unreachable', severity: 'critical', fine: 'Feeds can be reached.', page: 'desk/feeds', find: unreachable },
  {
    name: 'no_titles',
    severity: 'critical',
    fine: 'New titles came in the last six hours, or none were expected.',
    page: 'desk/feeds',
    find: noTitles,
  },
  { name: 'budget', severity: 'warning', fine: 'Less than 80 % of the day’s budget is spent.', page: 'desk/models', find: budget },
  {
    name: 'backup',
    severity: 'critical',
    fine: 'The newest backup is younger than two days, or none are made here.',
    page: 'desk/alerts',
    find: backup,
  },
  { name: 'disk', severity: 'critical', fine: 'Every disk has at least 10 % free.', page: 'desk/alerts', find: (scene) => disk(scene) },
];

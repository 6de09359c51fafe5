// What words mean, as P3 knows it.
import { projectRoot } from '../../lib/config.js';
import { meaningsIn } from '../../lib/evidence/meanings.js';

export const meanings = meaningsIn(projectRoot);

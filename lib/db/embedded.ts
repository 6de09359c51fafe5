// The embedded Postgres of a home folder: started, stopped, looked at. One server serves all processes of the machine, however many start
// it at once, and outlives the one that started it; what a killed starter or server left is mended by the next start.

import { setTimeout as delay } from 'node:timers/promises';
import { clusterVersion, createCluster, startServer } from './cluster.js';
import { askServer, type ClusterAddress } from './connection.js';
import { asFailure, codeOf, EmbeddedPostgresError } from './failure.js';
import { withLock } from './lock.js';
import { findPlace, makePlace, type Place } from './place.js';
import { findPostmaster, type Postmaster } from './postmaster.js';
import { programsFor } from './programs.js';
import { superuser } from './settings.js';

export { type ClusterAddress, ensureDatabase, optionsOf, urlOf } from './connection.js';

interface EmbeddedSettings {
  /** The folder that owns the cluster, such as `<project>/.sni`; made when it is missing. */
  home: string;
}

/** What can be said about the cluster of a home without starting it. `none`: never made; everything else is then undefined. */
export interface ClusterStatus {
  state: 'running' | 'stopped' | 'none';
  /** Major version of Postgres, such as "18". */
  version: string | undefined;
  dataFolder: string | undefined;
  log: string | undefined;
  /** Undefined, like all below, when it does not run. */
  pid: number | undefined;
  startedAt: Date | undefined;
  address: ClusterAddress | undefined;
}

const startSeconds = 120;
const stopSeconds = 60;
const lockSeconds = startSeconds + stopSeconds;

/**
 * Gives the address of the running server, after making the cluster and starting the server where needed. Whoever comes while
 * another starts it waits for that one. The server outlives this process. Throws EmbeddedPostgresError when it cannot run here.
 */
export async function ensureRunning(settings: EmbeddedSettings): Promise<ClusterAddress> {
  try {
    const found = await findPlace(settings.home);
    const running = found && (await answering(found));
    if (running) return running;
    const place = await makePlace(settings.home);
    return await withLock(place.socketFolder, place.account, lockSeconds, () => bringUp(place));
  } catch (error) {
    throw asFailure(`started for ${settings.home}`, error);
  }
}

/**
 * Where the server runs, by its files and its process: nothing is asked of it, so that it may be about to end, or unwilling. Undefined where none
 * runs, or where it has not come up yet: `ensureRunning` then helps. Throws EmbeddedPostgresError when the cluster belongs to another account.
 */
export async function findRunning(settings: EmbeddedSettings): Promise<ClusterAddress | undefined> {
  try {
    const place = await findPlace(settings.home);
    const server = place && (await findPostmaster(place.data));
    return server?.ready ? addressOf(server) : undefined;
  } catch (error) {
    throw asFailure(`started for ${settings.home}`, error);
  }
}

/** Stops the server, ending its connections, and waits until it has ended; false when none was running. Throws when it does not end. */
export async function stop(settings: EmbeddedSettings): Promise<boolean> {
  try {
    const place = await findPlace(settings.home);
    if (!place) return false;
    return await withLock(place.socketFolder, place.account, lockSeconds, () => shutDown(place));
  } catch (error) {
    throw asFailure(`stopped for ${settings.home}`, error);
  }
}

/** Looks at the cluster and its server process; starts nothing. Throws when the cluster belongs to another account. */
export async function status(settings: EmbeddedSettings): Promise<ClusterStatus> {
  try {
    const place = await findPlace(settings.home);
    const version = place && (await clusterVersion(place.data));
    const server = place && (await findPostmaster(place.data));
    return {
      state: server ? 'running' : version ? 'stopped' : 'none',
      version,
      dataFolder: version && place?.data,
      log: version && place?.log,
      pid: server?.pid,
      startedAt: server?.startedAt,
      address: server && addressOf(server),
    };
  } catch (error) {
    throw asFailure(`looked at for ${settings.home}`, error);
  }
}

async function answering(place: Place): Promise<ClusterAddress | undefined> {
  const server = await findPostmaster(place.data);
  return server && (await askServer(addressOf(server))) === 'answers' ? addressOf(server) : undefined;
}

function addressOf(server: Postmaster): ClusterAddress {
  return { socketFolder: server.socketFolder, port: server.port, user: superuser };
}

/**
 * Under the lock. A start may fail for a moment: a server killed just now still has children that hold its memory, or a server
 * whose starter was killed comes up beside us and keeps us out. So it is tried again for as long as that can last.
 */
async function bringUp(place: Place): Promise<ClusterAddress> {
  const until = Date.now() + startSeconds * 1000;
  const retryUntil = Date.now() + 20_000;
  for (;;) {
    const running = await settled(place, until);
    if (running) return running;
    const programs = await programsFor(place.account, place.folder);
    if (!(await clusterVersion(place.data))) await createCluster(place, programs);
    const refusal = await startServer(place, programs);
    const passing = refusal === undefined || /shared memory block|lock file|did not start in time/.test(refusal);
    if (!passing || Date.now() > retryUntil) {
      throw new EmbeddedPostgresError(
        `The embedded Postgres in ${place.data} did not start`,
        `Repair what its last lines name (the whole log is ${place.log}) and try again`,
        { lines: refusal ?? '(it started, and ended at once each time)' },
      );
    }
    if (refusal !== undefined) await delay(200);
  }
}

/** Waits while a server lives and does not answer yet; undefined as soon as none lives. Throws when it lives on and never answers. */
async function settled(place: Place, until: number): Promise<ClusterAddress | undefined> {
  let absentSince: number | undefined;
  for (;;) {
    const server = await findPostmaster(place.data);
    if (!server) return undefined;
    const answer = await askServer(addressOf(server));
    if (answer === 'answers') return addressOf(server);
    absentSince = answer === 'absent' && server.ready ? (absentSince ?? Date.now()) : undefined;
    if (absentSince !== undefined && Date.now() - absentSince > 3000) {
      throw new EmbeddedPostgresError(
        `The embedded Postgres of ${place.data} runs (pid ${server.pid}), but its socket in ${server.socketFolder} is gone or not visible from here`,
        'Stop it (sni db stop) and start again; if a service manager gives this process a /tmp of its own, switch that off',
      );
    }
    if (Date.now() > until) {
      throw new EmbeddedPostgresError(
        `The embedded Postgres of ${place.data} (pid ${server.pid}) has not answered for ${startSeconds} s; it may be recovering or stuck`,
        `Look into ${place.log} and try again`,
      );
    }
    await delay(25);
  }
}

async function shutDown(place: Place): Promise<boolean> {
  const server = await findPostmaster(place.data);
  if (!server) return false;
  endFast(server.pid);
  const until = Date.now() + stopSeconds * 1000;
  while ((await findPostmaster(place.data))?.pid === server.pid) {
    if (Date.now() > until) {
      throw new EmbeddedPostgresError(
        `The embedded Postgres of ${place.data} (pid ${server.pid}) did not stop within ${stopSeconds} s`,
        `Look into ${place.log} and try again`,
      );
    }
    await delay(20);
  }
  return true;
}

/** "Fast": the server rolls back what is open, writes a checkpoint and ends. It may have ended by itself just now. */
function endFast(pid: number): void {
  try {
    process.kill(pid, 'SIGINT');
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error;
  }
}

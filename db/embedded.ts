import { access, constants, stat } from 'node:fs/promises';
import path from 'node:path';
import postgres from 'postgres';
import { clusterPassword, ensureCluster } from './embedded/cluster';
import { own, ownerOf } from './embedded/owner';
import { findPlace, type Place } from './embedded/place';
import {
  endLeftover,
  freePort,
  type Postmaster,
  runningPort,
  serverUrl,
  startPostmaster,
  stopPostmaster,
  type Target,
} from './embedded/postmaster';

export const DATABASE = 'papertide';

export type Embedded = {
  /** The connection URL, including the password. */
  url: string;
  /** The folder with all of its data. */
  folder: string;
  /** Whether this start created the data folder. */
  fresh: boolean;
  /** Lines to print for the operator. */
  notes: string[];
  /** Current process id of the server; changes when it is restarted. */
  pid(): number | undefined;
  /** Stops the server (fast shutdown) and releases the data folder. */
  stop(): Promise<void>;
};

type Options = {
  /** Server settings that override ours; tests turn durability off. */
  settings?: Record<string, string>;
  /**
   * Called after the server exited by itself: once it is back, or with an error if it cannot
   * restart.
   */
  onRestart?: (error?: Error) => void;
};

/** The data folder has another owner; `pid` is 0 if that one does not respond. */
export class DataInUse extends Error {
  constructor(
    readonly folder: string,
    readonly pid: number,
  ) {
    super(
      `The data in ${folder} is in use by ${pid ? `process ${pid}` : 'another process'}: ` +
        'stop that one first, or set DATA_DIR to another folder.',
    );
  }
}

/** Starts an embedded Postgres in `directory` (DATA_DIR) and restarts it if it exits by itself. */
export async function startEmbedded(directory: string, options: Options = {}): Promise<Embedded> {
  const place = await findPlace(directory);
  await refuseForeignData(place);
  const ownership = await own(place.base);
  if ('ownedBy' in ownership) throw new DataInUse(place.base, ownership.ownedBy);
  const notes = [...place.notes];
  try {
    if ((await endLeftover(place.data)) === 'stopped') {
      notes.push('Stopped a Postgres that an earlier start had left behind.');
    }
    const fresh = await ensureCluster(place);
    const target = { place, password: await clusterPassword(place), settings: options.settings };
    let postmaster = await startOnFreePort(target);
    await ensureDatabase(target, postmaster.port);

    let stopping = false;
    let bringingBack: Promise<void> = Promise.resolve();
    const watch = () =>
      postmaster.process.once('exit', () => {
        if (stopping) return;
        bringingBack = bringBack(target, postmaster.port, () => stopping)
          .then((back) => {
            if (!back) return;
            postmaster = back;
            watch();
            options.onRestart?.();
          })
          .catch((error: Error) => options.onRestart?.(error));
      });
    watch();
    return {
      url: serverUrl(target, postmaster.port, DATABASE),
      folder: place.base,
      fresh,
      notes,
      pid: () => postmaster.process.pid,
      async stop() {
        stopping = true;
        await bringingBack;
        await stopPostmaster(postmaster, place);
        await ownership.release();
      },
    };
  } catch (error) {
    await ownership.release();
    throw error;
  }
}

/** Returns the URL of the embedded server that another process runs on this folder, or null. */
export async function findRunning(directory: string): Promise<string | null> {
  if (!(await stat(directory).catch(() => null))) return null;
  const place = await findPlace(directory);
  if ((await ownerOf(place.base)) === null) return null;
  const port = runningPort(place.data);
  if (port === null) return null;
  return serverUrl({ place, password: await clusterPassword(place) }, port, DATABASE);
}

async function refuseForeignData(place: Place): Promise<void> {
  const found = await stat(place.data).catch(() => null);
  if (!found || process.getuid?.() === 0) return;
  await access(path.join(place.data, 'PG_VERSION'), constants.R_OK).catch(() => {
    throw new Error(
      `The data in ${place.data} belongs to another user (${found.uid}): start as that user or ` +
        'as root, or set DATA_DIR to another folder.',
    );
  });
}

/** The port was taken meanwhile, or a killed server's children still hold their resources. */
const PASSING = /could not (bind|create any TCP)|pre-existing shared memory/;

async function startOnFreePort(target: Target): Promise<Postmaster> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await startPostmaster(target, await freePort());
    } catch (error) {
      if (attempt === 20 || !PASSING.test(String(error))) throw error;
      await new Promise((wake) => setTimeout(wake, 250));
    }
  }
}

/** On the same port, since clients have its URL; a killed server releases its resources late. */
async function bringBack(
  target: Target,
  port: number,
  stopping: () => boolean,
): Promise<Postmaster | null> {
  for (let attempt = 1; ; attempt++) {
    if (stopping()) return null;
    await endLeftover(target.place.data).catch(() => {});
    try {
      return await startPostmaster(target, port);
    } catch (error) {
      if (attempt === 20) throw error;
      await new Promise((wake) => setTimeout(wake, Math.min(2_000, 50 * 2 ** attempt)));
    }
  }
}

async function ensureDatabase(target: Target, port: number): Promise<void> {
  const sql = postgres(serverUrl(target, port, 'postgres'), { max: 1, onnotice: () => {} });
  try {
    const found = await sql`select 1 from pg_database where datname = ${DATABASE}`;
    if (found.length === 0) await sql`create database ${sql(DATABASE)}`;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

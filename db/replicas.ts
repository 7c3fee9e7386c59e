import { env } from '@/lib/base/env';
import { errorCode } from '@/lib/base/errors';
import { invalidationCount } from '@/lib/base/remembered';
import { pipeline } from './client';
import { readScope } from './read-scope';
import { createFreshness } from './replica-freshness';
import { Primary, Replica } from './replica-host';

type Options = ConstructorParameters<typeof Replica>[1] & {
  primary: string;
  /** One address each. */
  replicas: string[];
  /** Most milliseconds that a replica may be behind the primary. */
  maxLag: number;
  /** Called when a replica is no longer used, and when it is used again. */
  onChange?: (host: string, state: ReplicaState) => void;
};

/** `catching-up` has not yet replayed what was invalidated a moment ago. */
export type ReplicaState = 'used' | 'catching-up' | 'lagging' | 'away' | 'no-standby';

// Shared by the server and Next, which bundles its own copy of this module.
const store = globalThis as typeof globalThis & {
  papertideReplicas?: Replicas;
  papertideReads?: { primary: number; replica: number };
};
store.papertideReads ??= { primary: 0, replica: 0 };
const reads = store.papertideReads;

/** Milliseconds between two checks, and while a replica replays what was invalidated. */
const PAUSE = 1_000;
const SHORT_PAUSE = 50;

/**
 * Runs reads whose `db()` is a replica that is hardly behind and has replayed all that this process
 * knows to be invalidated; without one, the primary. What fails on a replica runs once more on the
 * primary, so `work` must only read.
 */
export async function onReplica<T>(work: () => Promise<T>): Promise<T> {
  if (readScope.getStore()) return work();
  const db = store.papertideReplicas?.pick();
  if (!db) {
    reads.primary++;
    return work();
  }
  reads.replica++;
  try {
    return await readScope.run({ db }, work);
  } catch (error) {
    if (!isWorthRepeating(error)) throw error;
    reads.primary++;
    return readScope.run({ db: null }, work);
  }
}

/**
 * Runs the many small reads of one page on a connection of their own, or as any others where the site
 * has replicas, or a pooler, behind which they would wait for each other. As those, they run once
 * more on the pool if that fails.
 */
export async function pipelined<T>(work: () => Promise<T>): Promise<T> {
  const { DATABASE_DIRECT_URL: pooler } = env();
  if (pooler || store.papertideReplicas || readScope.getStore()) return work();
  reads.primary++;
  try {
    return await readScope.run({ db: pipeline() }, work);
  } catch (error) {
    if (!isWorthRepeating(error)) throw error;
    return work();
  }
}

/** A statement that took too long would only take as long again. */
const isWorthRepeating = (error: unknown): boolean => {
  const code = errorCode(error);
  return code !== undefined && code !== '57014';
};

export type ReplicaFigures = {
  /** Public reads by where they went; a repeated one counts twice. */
  reads: { primary: number; replica: number };
  /** `lag` in seconds; null if it is unknown. */
  replicas: { host: string; state: ReplicaState; lag: number | null }[];
};

/** Returns the state of each replica, and how many public reads went where. */
export const replicaFigures = (): ReplicaFigures => ({
  reads: { ...reads },
  replicas: store.papertideReplicas?.figures() ?? [],
});

/** Lets `onReplica` use these replicas, and checks them every second. Returns its end. */
export async function followReplicas(options: Options): Promise<() => Promise<void>> {
  const replicas = new Replicas(options);
  await replicas.start();
  store.papertideReplicas = replicas;
  return () => {
    if (store.papertideReplicas === replicas) store.papertideReplicas = undefined;
    return replicas.stop();
  };
}

class Replicas {
  readonly #all: Replica[];
  readonly #primary: Primary;
  readonly #freshness;
  readonly #reported = new Map<string, ReplicaState>();
  #next = 0;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #isSoon = false;
  #isOver = false;

  constructor(readonly options: Options) {
    const { primary, replicas, maxLag } = options;
    this.#all = replicas.map((url) => new Replica(url, options));
    this.#primary = new Primary(primary, options);
    this.#freshness = createFreshness({ maxLag, count: invalidationCount });
  }

  async start(): Promise<void> {
    await this.#check();
    this.#plan();
  }

  /** Returns the database of the next replica that is current, if any is. */
  pick() {
    for (let tried = 0; tried < this.#all.length; tried++) {
      const replica = this.#all[this.#next++ % this.#all.length];
      if (replica?.pool && this.#stateOf(replica) === 'used') return replica.pool.db;
    }
    if (!this.#isSoon && !this.#running && this.#isCatchingUp()) this.#plan();
    return null;
  }

  figures(): ReplicaFigures['replicas'] {
    return this.#all.map((replica) => ({
      host: replica.host,
      state: this.#stateOf(replica),
      lag: typeof replica.replayed === 'bigint' ? this.#freshness.lagOf(replica.replayed) : null,
    }));
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    clearTimeout(this.#timer);
    await this.#running;
    for (const replica of this.#all) replica.close();
    this.#primary.close();
  }

  #stateOf({ replayed }: Replica): ReplicaState {
    return typeof replayed === 'bigint' ? this.#freshness.stateOf(replayed) : replayed;
  }

  #isCatchingUp = (): boolean => this.#all.some((one) => this.#stateOf(one) === 'catching-up');

  async #check(): Promise<void> {
    // Earlier invalidations are committed, so the position read next includes them.
    const invalidated = invalidationCount();
    await Promise.all(this.#all.map((replica) => replica.check()));
    const written = await this.#primary.position();
    if (written !== null) {
      this.#freshness.add(written, invalidated);
      for (const replica of this.#all) {
        // It follows a server that is no longer the primary.
        if (typeof replica.replayed === 'bigint' && replica.replayed > written)
          replica.replayed = 'no-standby';
      }
    }
    for (const replica of this.#all) this.#report(replica.host, this.#stateOf(replica));
  }

  #report(host: string, state: ReplicaState): void {
    if (state === 'catching-up' || state === (this.#reported.get(host) ?? 'used')) return;
    this.#reported.set(host, state);
    this.options.onChange?.(host, state);
  }

  #plan(): void {
    clearTimeout(this.#timer);
    if (this.#isOver) return;
    this.#isSoon = this.#isCatchingUp();
    const check = () => {
      this.#running = this.#check().finally(() => {
        this.#running = undefined;
        this.#plan();
      });
    };
    this.#timer = setTimeout(check, this.#isSoon ? SHORT_PAUSE : PAUSE).unref();
  }
}

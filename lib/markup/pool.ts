import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { LRUCache } from 'lru-cache';
import { env } from '@/lib/base/env';
import { AppError } from '@/lib/base/errors';
import type { Known } from './references';

export type Task = { markdown: string; namespace: string; known?: Known };
/** Null when the text cannot be rendered. */
export type RenderResult = { html: string; mentioned: string[] } | null;

type Job = Task & { resolve: (result: RenderResult) => void; reject: (error: unknown) => void };
type Slot = {
  worker: Worker;
  ready: boolean;
  job: Job | null;
  timer?: NodeJS.Timeout;
};
export type PoolOptions = {
  workers: number;
  waiting: number;
  timeLimit: number;
  /** Starts a thread; tests give one that they control. */
  startThread?: () => Worker;
};

// Bundles and scripts use the same worker, given as text so that no bundler follows it: the
// compiled one if there are compiled programs (scripts/run.mjs), else the TypeScript source.
const BOOTSTRAP = `
  const { workerData } = require('node:worker_threads');
  workerData.compiled
    ? import(workerData.compiled)
    : import('tsx/esm/api').then(({ tsImport }) => tsImport(workerData.file, workerData.root));`;

const inProject = (file: string): string => pathToFileURL(`${process.cwd()}/${file}`).href;

const workerFiles = () => {
  const folder = env().PAPERTIDE_COMPILED;
  return {
    compiled: folder && pathToFileURL(`${folder}/markup-worker.mjs`).href,
    file: inProject('lib/markup/worker.ts'),
    root: inProject('package.json'),
  };
};

function startWorker(): Worker {
  return new Worker(/* turbopackIgnore: true */ BOOTSTRAP, {
    eval: true,
    execArgv: [],
    workerData: workerFiles(),
    resourceLimits: { maxOldGenerationSizeMb: 192 },
  });
}

/** Slow texts by their hashes: how many are remembered, and for how long in ms. */
const REMEMBERED = { max: 1_000, ttl: 3_600_000 };

/** Multiple of the time limit that a text may take on a machine without free CPU. */
const PATIENCE = 10;

const hashOf = (markdown: string): string => createHash('sha256').update(markdown).digest('base64');

/**
 * A pool of threads that render one text at a time: `workers` at once and a spare one, because a
 * thread takes a second or more to start. A text that takes more than `timeLimit` ms of CPU time
 * ends its thread and is not rendered for an hour; the spare thread takes over.
 */
export class Pool {
  private readonly slots = new Set<Slot>();
  private readonly queue: Job[] = [];
  private readonly tooSlow = new LRUCache<string, true>(REMEMBERED);
  private closed = false;

  constructor(private readonly options: PoolOptions) {}

  /** Throws `unavailable` if the queue is full. */
  render(task: Task): Promise<RenderResult> {
    if (this.tooSlow.has(hashOf(task.markdown))) return Promise.resolve(null);
    if (this.closed || this.queue.length >= this.options.waiting) throw new AppError('unavailable');
    return new Promise((resolve, reject) => {
      this.queue.push({ ...task, resolve, reject });
      this.dispatch();
    });
  }

  /** Starts the first thread in advance, because starting takes longer than rendering. */
  warm(): void {
    if (this.slots.size === 0 && !this.closed) this.start();
  }

  /** The number of threads that are ready for a text. */
  get idle(): number {
    return [...this.slots].filter(({ ready, job }) => ready && !job).length;
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const job of this.queue.splice(0)) job.reject(new AppError('unavailable'));
    await Promise.all([...this.slots].map(({ worker }) => worker.terminate()));
  }

  private dispatch(): void {
    if (this.closed) return;
    const { workers } = this.options;
    let busy = [...this.slots].filter(({ job }) => job).length;
    for (const slot of this.slots) {
      if (busy >= workers || this.queue.length === 0) break;
      if (!slot.ready || slot.job) continue;
      this.give(slot);
      busy++;
    }
    // One for each text that could be rendered now, and a spare. Only one until the first is ready:
    // several that start at once would delay the first text.
    const cold = ![...this.slots].some(({ ready }) => ready);
    const wanted = cold ? 1 : Math.min(busy + this.queue.length, workers) + 1;
    while (this.slots.size < wanted) this.start();
  }

  private give(slot: Slot): void {
    const job = this.queue.shift();
    if (!job) return;
    slot.job = job;
    slot.worker.ref();
    this.watch(slot, job);
    const { markdown, namespace, known } = job;
    slot.worker.postMessage({ markdown, namespace, known } satisfies Task);
  }

  /**
   * Terminates the thread of a text at the time limit. On a busy machine a thread mostly waits for
   * a CPU, so this measures CPU time, of the whole process, which is at least that of the thread.
   */
  private watch(slot: Slot, job: Job): void {
    const { timeLimit } = this.options;
    const before = process.cpuUsage();
    let looks = 0;
    slot.timer = setInterval(() => {
      const { user, system } = process.cpuUsage(before);
      looks += 1;
      if ((user + system) / 1000 < timeLimit && looks < PATIENCE) return;
      clearInterval(slot.timer);
      this.tooSlow.set(hashOf(job.markdown), true);
      void slot.worker.terminate();
    }, timeLimit);
  }

  private settle(slot: Slot, result: RenderResult): void {
    clearInterval(slot.timer);
    slot.job?.resolve(result);
    slot.job = null;
  }

  private start(): void {
    const { startThread = startWorker } = this.options;
    const slot: Slot = { worker: startThread(), ready: false, job: null };
    this.slots.add(slot);
    slot.worker.on('message', (message: 'ready' | RenderResult) => {
      if (message === 'ready') slot.ready = true;
      else this.settle(slot, message);
      // An idle thread must not keep a script from exiting.
      slot.worker.unref();
      this.dispatch();
    });
    slot.worker.on('error', (error) => {
      // Running out of memory while rendering is the text's fault; an earlier failure is ours.
      if (!slot.ready) this.failAll(error);
    });
    slot.worker.on('exit', () => {
      this.slots.delete(slot);
      if (!slot.ready) this.failAll(new Error('the renderer ended before it was ready'));
      if (slot.job) this.settle(slot, null);
      if (slot.ready) this.dispatch();
    });
  }

  private failAll(cause: unknown): void {
    const error = new AppError('internal', { cause });
    for (const job of this.queue.splice(0)) job.reject(error);
  }
}

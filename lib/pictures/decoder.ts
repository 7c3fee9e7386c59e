import { makePicture } from './make';
import { type DecoderReply, type DecoderTask, OUT_OF_MEMORY, OUT_OF_TIME } from './types';
import { UnusablePicture } from './unusable';

/**
 * The entry point of the decoder process: handles one picture at a time for its parent process, and
 * exits with it.
 */

/** Bytes of memory at which it exits: a picture of the largest kind takes 350 MB. */
const MAX_MEMORY = 512 * 1024 * 1024;
/** Microseconds of processor time per picture: on a busy machine the clock says nothing about it. */
const MAX_CPU = 20_000_000;
/**
 * Milliseconds between two checks. Decoding runs in other threads, so this one can check in time.
 */
const LOOK = 20;

let started: NodeJS.CpuUsage | null = null;

setInterval(() => {
  if (process.memoryUsage.rss() > MAX_MEMORY) process.exit(OUT_OF_MEMORY);
  if (!started) return;
  const { user, system } = process.cpuUsage(started);
  if (user + system > MAX_CPU) process.exit(OUT_OF_TIME);
}, LOOK).unref();

process.on('message', async ({ bytes, shape }: DecoderTask) => {
  started = process.cpuUsage();
  let reply: DecoderReply;
  try {
    reply = { ok: true, picture: await makePicture(bytes, shape) };
  } catch (error) {
    reply = { ok: false, words: error instanceof UnusablePicture ? error.message : null };
  }
  started = null;
  process.send?.(reply);
});
process.on('disconnect', () => process.exit(0));

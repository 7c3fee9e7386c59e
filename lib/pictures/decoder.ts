import { makePicture } from './make';
import type { DecoderReply, DecoderTask } from './types';
import { UnusablePicture } from './unusable';

/**
 * The entry point of the decoder process: handles one picture at a time for its parent process, and
 * exits with it.
 */

/** Bytes of memory at which it exits: a picture of the largest kind takes 350 MB. */
const MAX_MEMORY = 512 * 1024 * 1024;
/**
 * Milliseconds between two checks. Decoding runs in other threads, so this one can check in time.
 */
const LOOK = 20;
/** The exit code that reports the reason to the parent. */
export const OUT_OF_MEMORY = 9;

setInterval(() => {
  if (process.memoryUsage.rss() > MAX_MEMORY) process.exit(OUT_OF_MEMORY);
}, LOOK).unref();

process.on('message', async ({ bytes, shape }: DecoderTask) => {
  let reply: DecoderReply;
  try {
    reply = { ok: true, picture: await makePicture(bytes, shape) };
  } catch (error) {
    reply = { ok: false, words: error instanceof UnusablePicture ? error.message : null };
  }
  process.send?.(reply);
});
process.on('disconnect', () => process.exit(0));

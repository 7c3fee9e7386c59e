import { makePicture } from './make';
import type { DecoderReply, DecoderTask } from './types';
import { UnusablePicture } from './unusable';

/**
 * The decoder process, an entry point of its own: takes one picture at a time from the process
 * that started it and ends with it.
 */

/** Bytes of memory at which it ends: a picture of the largest kind takes 350 MB. */
const MAX_MEMORY = 512 * 1024 * 1024;
/** Milliseconds. Decoding runs beside this thread, so a look comes in time. */
const LOOK = 20;
/** Tells the parent why. */
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

import { type ChildProcess, spawn } from 'node:child_process';
import { env } from '@/lib/base/env';
import { PICTURE_WORDS } from './messages';
import { MAX_FILE } from './schema';
import {
  type Decoded,
  type DecoderReply,
  type DecoderTask,
  OUT_OF_TIME,
  type PictureShape,
} from './types';
import { UnusablePicture } from './unusable';

export { UnusablePicture };

/** The decoder process, as a path so that no bundler follows it. */
const ENTRY = 'lib/pictures/decoder.ts';
/**
 * Milliseconds after which a process that does not reply is killed, its start included. It limits
 * its own processor time far below this.
 */
const DEADLINE = 120_000;
const LONGEST_QUEUE = 20;
/**
 * Limit of the process's data segment in kilobytes, if the shell supports it; Node 24 reserves
 * 620,000 by itself, and Node 20 90,000.
 */
const MAX_DATA = 1_800_000;

let child: ChildProcess | null = null;
let last: Promise<unknown> = Promise.resolve();
let queued = 0;

/**
 * Decodes an uploaded file and re-encodes it (`make.ts`), one at a time, in a process with memory
 * and time limits and without our environment, so that a decoder bug cannot affect this process.
 * Throws UnusablePicture for anything but a single still picture, or if the queue is full.
 */
export async function decodePicture(
  bytes: Uint8Array,
  shape: PictureShape,
  most = MAX_FILE,
): Promise<Decoded> {
  if (bytes.byteLength > most) throw new UnusablePicture(PICTURE_WORDS.large);
  if (queued >= LONGEST_QUEUE) throw new UnusablePicture(PICTURE_WORDS.busy);
  queued += 1;
  const turn = last
    .then(() => ask({ bytes, shape }))
    .finally(() => {
      queued -= 1;
    });
  last = turn.catch(() => {});
  return turn;
}

async function ask(task: DecoderTask): Promise<Decoded> {
  child ??= startDecoder();
  const reply = await replyOf(child, task);
  if (!reply.ok) throw new UnusablePicture(reply.words ?? PICTURE_WORDS.broken);
  const { files, ...picture } = reply.picture;
  const { small, large } = files;
  return { ...picture, files: { small: Buffer.from(small), large: Buffer.from(large) } };
}

/**
 * Returns the reply to one task. A process that exits or exceeds the deadline sends none, and is
 * replaced for the next task.
 */
function replyOf(decoder: ChildProcess, task: DecoderTask): Promise<DecoderReply> {
  return new Promise((resolve) => {
    const settle = (reply: DecoderReply) => {
      clearTimeout(timer);
      decoder.off('message', onReply).off('exit', onExit).off('error', onExit);
      decoder.unref();
      decoder.channel?.unref();
      resolve(reply);
    };
    const onReply = (message: unknown) => settle(message as DecoderReply);
    const onExit = (code: unknown) => {
      const words = code === OUT_OF_TIME ? PICTURE_WORDS.slow : PICTURE_WORDS.heavy;
      settle({ ok: false, words });
    };
    const timer = setTimeout(() => {
      decoder.kill('SIGKILL');
      settle({ ok: false, words: PICTURE_WORDS.slow });
      if (child === decoder) child = null;
    }, DEADLINE);
    decoder.ref();
    decoder.channel?.ref();
    decoder.once('message', onReply).once('exit', onExit).once('error', onExit);
    // If the process has just exited, the `exit` event reports it.
    decoder.send(task, () => {});
  });
}

function startDecoder(): ChildProcess {
  const { PATH, TMPDIR, LANG, SystemRoot } = process.env;
  const compiled = env().PAPERTIDE_COMPILED;
  const entry = compiled ? [`${compiled}/picture-decoder.mjs`] : ['--import', 'tsx', ENTRY];
  const node = [process.execPath, '--max-old-space-size=64', ...entry];
  const limited = ['/bin/sh', '-c', `ulimit -d ${MAX_DATA} 2>/dev/null; exec "$0" "$@"`, ...node];
  const [command = '', ...parameters] = process.platform === 'win32' ? node : limited;
  const started = spawn(/* turbopackIgnore: true */ command, parameters, {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    env: { PATH, TMPDIR, LANG, SystemRoot, NODE_ENV: 'production' },
  });
  const forget = () => {
    if (child === started) child = null;
  };
  started.on('error', forget).once('exit', forget);
  return started;
}

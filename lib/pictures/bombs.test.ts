import { afterAll, beforeAll, expect, it } from 'vitest';
import { decodePicture } from './decode';
import { MAX_FILE } from './schema';
import { bombs } from './testing/bombs';

/** Bytes that this process may grow by while the decoder works: enough for copies of a file. */
const GROWTH = 80e6;

let peak = 0;
let watch: NodeJS.Timeout;
const files = await bombs();

beforeAll(() => {
  watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 5);
});
afterAll(() => clearInterval(watch));

it.each(files)('%s does not grow this process', async (_, bytes, taken) => {
  expect(bytes.length).toBeLessThanOrEqual(MAX_FILE);
  global.gc?.();
  const before = process.memoryUsage.rss();
  peak = before;
  const outcome = await decodePicture(bytes, 'wide').then(
    () => 'taken',
    (error: Error) => error.constructor.name,
  );
  expect(outcome).toBe(taken ? 'taken' : 'UnusablePicture');
  expect(peak - before).toBeLessThan(GROWTH);
});

it('decodes the next picture after all of them', async () => {
  const [, bytes] = files.find(([name]) => name === 'JPEG, comments') ?? [];
  expect(await decodePicture(bytes ?? Buffer.alloc(0), 'square')).toMatchObject({ width: 320 });
});

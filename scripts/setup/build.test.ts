import { expect, it } from 'vitest';
import { progressOf } from './build';

const PRINTED = `▲ Next.js 16.4.6 (Turbopack)
- Cache Components enabled

  Creating an optimized production build ...
✓ Compiled successfully in 31.4s
  Skipping validation of types
  Collecting page data using 1 worker ...
  Generating static pages using 1 worker (0/81) ...
  Generating static pages using 1 worker (20/81)
✓ Generating static pages using 1 worker (81/81) in 2.3s
  Finalizing page optimization ...

Route (app)                Revalidate  Expire
┌ ○ /_not-found
└ ◐ /about                        15s      1h`;

it('a quiet build prints its progress without the table of routes', () => {
  expect(PRINTED.split('\n').flatMap((line) => progressOf(line) ?? [])).toEqual([
    '  Creating an optimized production build ...',
    '  ✓ Compiled successfully in 31.4s',
    '  Collecting page data using 1 worker ...',
    '  ✓ Generating static pages using 1 worker (81/81) in 2.3s',
    '  Finalizing page optimization ...',
  ]);
});

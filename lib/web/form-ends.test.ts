import { expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { fieldsOf, keepEnds } from './form-ends';

const BOUNDARY = '----WebKitFormBoundaryAbC123';
const TYPE = `multipart/form-data; boundary=${BOUNDARY}`;

type Part = [name: string, value: string | { size: number }];

function upload(parts: Part[]): Buffer {
  const chunks = parts.flatMap(([name, value]) => [
    Buffer.from(
      typeof value === 'string'
        ? `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}`
        : `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n`,
    ),
    typeof value === 'string' ? Buffer.alloc(0) : Buffer.alloc(value.size, '\r\n--x'),
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([...chunks, Buffer.from(`--${BOUNDARY}--\r\n`)]);
}

function read(type: string, body: Buffer, step = 65_536) {
  const ends = keepEnds();
  for (let at = 0; at < body.length; at += step) ends.add(body.subarray(at, at + step));
  return fieldsOf(type, ends);
}

const typed = fc.tuple(fc.stringMatching(/^[a-z]{1,12}$/), fc.string({ unit: 'grapheme' }));
const SIZES = fc.integer({ min: 1_100_000, max: 3_000_000 });

it('keeps the fields before and after a large file, in chunks of any size', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(typed, { maxLength: 12 }),
      fc.array(typed, { maxLength: 12 }),
      SIZES,
      fc.integer({ min: 500, max: 200_000 }),
      async (before, after, size, step) => {
        const body = upload([...before, ['picture', { size }], ...after]);
        const { fields, file } = await read(TYPE, body, step);
        expect(file).toBe('picture');
        expect(fields).toEqual([...before, ...after]);
      },
    ),
    { numRuns: 12 },
  );
});

it('keeps the short fields around a text that is too long', async () => {
  const long = 'x'.repeat(1_200_000);
  const form = new URLSearchParams({ title: 'A & b', abstract: long, code: 'é' }).toString();
  const type = 'application/x-www-form-urlencoded';
  expect(await read(type, Buffer.from(form))).toEqual({
    fields: [
      ['title', 'A & b'],
      ['code', 'é'],
    ],
    file: null,
  });
});

it.each([
  ['no boundary', 'multipart/form-data', Buffer.alloc(1_100_000, 'a')],
  ['another boundary', 'multipart/form-data; boundary=b', upload([['a', { size: 1_100_000 }]])],
  ['nothing but noise', TYPE, Buffer.alloc(1_100_000, '\r\n--')],
  ['no end', TYPE, upload([['a', { size: 1_100_000 }]]).subarray(0, 1_100_000)],
])('returns no field of a body with %s', async (_, type, body) => {
  expect((await read(type, body)).fields).toEqual([]);
});

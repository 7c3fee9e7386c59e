import { crc32, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { joinSums, shiftOf } from './crc';
import { deflated, GzipWriter, phrases } from './gzip-writer';

const SAID = phrases({ one: 'x', two: ',"marked":[', long: '注意 "a" '.repeat(60) });
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('', '½ “a”', '😀', 'a'.repeat(600), 'word '.repeat(9_000)),
);

type Step = { say: keyof typeof SAID } | { add: string } | { copy: [number, number] };
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ say: fc.constantFrom<keyof typeof SAID>('one', 'two', 'long') }),
  fc.record({ add: text }),
  fc.record({ copy: fc.tuple(fc.nat(), fc.nat()) }),
);

/** Writes these steps, of which a copy takes a part of the last added text; returns both texts. */
function written(steps: Step[], isThere: boolean): [found: string, wanted: string] {
  const writer = new GzipWriter();
  let [last, place] = [Buffer.alloc(0), -1];
  const wanted: Buffer[] = [];
  for (const one of steps) {
    if ('say' in one) {
      writer.say(SAID[one.say]);
      wanted.push(SAID[one.say].bytes);
    } else if ('add' in one) {
      last = Buffer.from(one.add);
      place = writer.add(deflated(last));
      wanted.push(last);
    } else {
      const [from = 0, to = 0] = one.copy
        .map((number) => number % (last.length + 1))
        .sort((a, b) => a - b);
      writer.copy(last, from, to, isThere ? place : -1);
      wanted.push(last.subarray(from, to));
    }
  }
  return [gunzipSync(writer.end()).toString('hex'), Buffer.concat(wanted).toString('hex')];
}

it('writes what texts, phrases and copies say together', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), fc.boolean(), (steps, isThere) => {
      const [found, wanted] = written(steps, isThere);
      expect(found).toBe(wanted);
    }),
  );
});

it('writes a text again that is out of reach, and more than its buffers hold', () => {
  const many = Array.from({ length: 3_000 }, (_, n) => `${n} ${Math.sin(n)}`).join(' ');
  const all: Step[] = [{ add: many }, { copy: [0, many.length] }, { copy: [5, many.length] }];
  for (const isThere of [true, false]) {
    const [found, wanted] = written([...all, ...all, ...all, ...all, ...all, ...all], isThere);
    expect(found === wanted).toBe(true);
  }
});

it('refers to what was said before', () => {
  const writer = new GzipWriter();
  const source = Buffer.from(Array.from({ length: 500 }, (_, n) => `${n * n}`).join(' '));
  const place = writer.add(deflated(source));
  const alone = new GzipWriter();
  alone.add(deflated(source));
  writer.copy(source, 0, source.length, place);
  expect(writer.end().length - alone.end().length).toBeLessThan(60);
});

it('joins the sums of two texts', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5_000 }), fc.uint8Array(), (first, second) => {
      const both = crc32(Buffer.concat([first, second]));
      expect(joinSums(crc32(first), crc32(second), shiftOf(second.length))).toBe(both);
    }),
  );
  const [zeros, start] = [Buffer.alloc(3_000_000), Buffer.from('start')];
  const both = crc32(Buffer.concat([start, zeros]));
  expect(joinSums(crc32(start), crc32(zeros), shiftOf(zeros.length))).toBe(both);
});

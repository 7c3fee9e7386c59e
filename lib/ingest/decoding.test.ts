import { Buffer } from 'node:buffer';
import { expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { decodeUtf8 } from './decoding';
import { listElements } from './json-list';
import { readRecords, UnreadableFile } from './read';
import { isoTime } from './text';

async function* pieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield Buffer.from(bytes.subarray(at, at + size));
}

/** The text before a fault, and the fault. */
async function decoded(bytes: Uint8Array, size = 7): Promise<{ text: string; fault?: string }> {
  let text = '';
  try {
    for await (const piece of decodeUtf8(pieces(bytes, size))) text += piece;
    return { text };
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableFile);
    return { text, fault: (error as Error).message };
  }
}

it('decodes UTF-8 in pieces of any size', async () => {
  const texts = fc.string({ unit: 'grapheme' });
  await fc.assert(
    fc.asyncProperty(texts, fc.integer({ min: 1, max: 9 }), async (text, size) => {
      fc.pre(!text.includes('\0'));
      expect(await decoded(Buffer.from(text), size)).toEqual({ text });
    }),
  );
  expect(await decoded(Buffer.from('a\ufffdb'))).toEqual({ text: 'a\ufffdb' });
});

it.each([1, 2, 3, 100])(
  'names Latin-1, after all that is before it, in pieces of %i',
  async (size) => {
    const bytes = Buffer.from('{"id":"2201.04388"}\ncaf\u00e9 au lait', 'latin1');
    const { text, fault } = await decoded(bytes, size);
    expect(text).toBe('{"id":"2201.04388"}\ncaf');
    expect(fault).toMatch(/^not UTF-8 at byte 24; .* iconv -f LATIN1 -t UTF-8$/);
  },
);

it('names UTF-16, with and without its mark, and a character that is cut off', async () => {
  const line = '{"id":"2201.04388","title":"T"}';
  const little = Buffer.from(line, 'utf16le');
  for (const bytes of [
    Buffer.from(`\ufeff${line}`, 'utf16le'),
    little,
    Buffer.from(little).swap16(),
  ]) {
    expect((await decoded(bytes, 64)).fault).toMatch(/^in UTF-16 /);
  }
  expect(await decoded(Buffer.from('abcé').subarray(0, 4))).toEqual({
    text: 'abc',
    fault: 'cut off in the middle of a character',
  });
});

const paper = (n: number) => ({ id: `2201.0438${n}`, title: `Paper [${n}], "of" {tides}\\` });

it('reads what is whole of a JSON list that is cut off anywhere', async () => {
  const list = [1, 2, 3].map(paper);
  const text = JSON.stringify(list, null, 1);
  for (let end = 1; end < text.length; end++) {
    const found = [...listElements(text.slice(0, end))];
    const values = found.flatMap((one) => ('value' in one ? [one.value] : []));
    expect(values).toEqual(list.slice(0, values.length));
    const broken = found.filter((one) => 'broken' in one);
    expect(broken.length).toBeLessThanOrEqual(1);
    if (broken[0]) expect(broken[0]).toMatchObject({ cut: true });
  }
});

it.each([
  ['a list that is cut off', `[${JSON.stringify(paper(1))},{"id":"22`, 'cut off'],
  ['a list with a broken record', `[${JSON.stringify(paper(1))},{"id" 1}]`, 'not JSON'],
  ['lines whose last is cut off', `${JSON.stringify(paper(1))}\n{"id":"22`, 'cut off'],
  ['lines with a broken one', `${JSON.stringify(paper(1))}\n{"id":"22\n`, 'not JSON'],
])('takes the papers of %s and refuses the rest', async (_, text, reason) => {
  const read = [];
  const source = decodeUtf8(pieces(Buffer.from(text), 1e6));
  for await (const one of readRecords(source)) read.push(one);
  expect(read.map((one) => (one.ok ? 'paper' : one.reason))).toEqual(['paper', reason]);
});

it('takes no day that there is not, and every one that there is', () => {
  for (const text of [
    '2024-02-30',
    '2023-02-29',
    '2024/04/31',
    '2024-02-30T10:00:00Z',
    '30 Feb 2024',
    'Fri, 30 Feb 2024 00:00:00 GMT',
    'February 30, 2024',
    '2024-06-31 12:00',
  ]) {
    expect(isoTime(text), text).toBeNull();
  }
  fc.assert(
    fc.property(fc.date({ min: new Date('1950-01-01'), max: new Date('2100-01-01') }), (date) => {
      fc.pre(!Number.isNaN(date.getTime()));
      const day = date.toISOString().slice(0, 10);
      for (const text of [day, date.toISOString(), date.toUTCString()]) {
        expect(isoTime(text)?.slice(0, 10), text).toBe(day);
      }
    }),
  );
});

import { describe, expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { detectFormat } from './detect';
import { readRecords, UnreadableFile } from './read';
import type { Parsed } from './types';

async function* inPieces(text: string, size: number) {
  for (let i = 0; i < text.length; i += size) yield text.slice(i, i + size);
}

async function read(text: string, size = 1_000, onRest?: (rest: string) => void) {
  const all: Parsed[] = [];
  for await (const parsed of readRecords(inPieces(text, size), { onRest })) all.push(parsed);
  return all;
}
const ids = (all: Parsed[]) => all.map((one) => (one.ok ? one.record.externalId : one.reason));

const line = (id: string) => JSON.stringify({ id, title: 'T' });
const entry = (id: string) =>
  `<entry><id>http://arxiv.org/abs/${id}v1</id><title>T</title><published>2022-01-01T00:00:00Z</published></entry>`;
const feed = (...entries: string[]) =>
  `<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n<title>q</title>${entries.join('\n')}</feed>`;

describe('detectFormat', () => {
  it.each([
    ['', 'empty'],
    ['\ufeff \n', 'empty'],
    [feed(), 'atom'],
    ['<?xml version="1.0"?><!-- x --><OAI-PMH xmlns="x">', 'oai'],
    ['<html><body>', null],
    ['[{"paper": {}}]', 'json-array'],
    [`\ufeff${line('2201.04388')}\n`, 'json-lines'],
    [`broken {\n${line('2201.04388')}`, 'json-lines'],
    ['{\n  "id": "2201.04388"\n}', 'json-object'],
    [`{"abstract": "${'x'.repeat(70_000)}`, 'json-lines'],
    ['id,title\n1,2\n', null],
    ['%PDF-1.7', null],
  ])('%j is %s', (text, format) => {
    expect(detectFormat(text)).toBe(format);
  });
});

describe('readRecords', () => {
  it('reads JSON lines and continues after a broken one', async () => {
    const text = [line('2201.04388'), '', '{"id": "22', '[1]', line('2201.04389'), ''].join('\r\n');
    expect(ids(await read(text))).toEqual([
      '2201.04388',
      'not JSON',
      'not an object',
      '2201.04389',
    ]);
  });

  it('reads an array, a single object, and recorded responses', async () => {
    expect(ids(await read(`[${line('2201.04388')},${line('2201.04389')}]`))).toHaveLength(2);
    expect(ids(await read('{\n"id": "2201.04388",\n"title": "T"}'))).toEqual(['2201.04388']);
    const body = feed(entry('2201.04388').replace('>T<', '>WÃ¼bben<'));
    const [one] = await read(JSON.stringify({ url: 'x', status_code: 200, body }));
    expect(one).toMatchObject({ ok: true, record: { title: 'Wübben' } });
  });

  it('reads XML in pieces of any size like the whole', async () => {
    const text = feed(entry('2201.04388'), entry('nothing'), '<!-- < -->', entry('2201.04389'));
    const whole = await read(text, text.length);
    expect(ids(whole)).toEqual(['2201.04388', 'no arXiv identifier', '2201.04389']);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: text.length }), async (size) => {
        let rest = '';
        expect(await read(text, size, (around) => (rest = around))).toEqual(whole);
        expect(rest).toContain('</feed>');
        expect(rest).not.toContain('entry');
      }),
      { numRuns: 60 },
    );
  });

  it('refuses the record where a file was cut off', async () => {
    const text = feed(entry('2201.04388'), entry('2201.04389'));
    expect(ids(await read(text.slice(0, -20)))).toEqual(['2201.04388', 'cut off']);
  });

  it.each([
    ['a page of HTML', '<html></html>'],
    ['a document type', `<!DOCTYPE feed [<!ENTITY x "y">]>${feed(entry('2201.04388'))}`],
    ['broken JSON', '[{"paper": '],
    ['a table', 'id,title\n'],
  ])('refuses %s as a whole', async (_, text) => {
    await expect(read(text)).rejects.toBeInstanceOf(UnreadableFile);
  });

  it('never fails otherwise, for any input', async () => {
    const starts = fc.constantFrom('', '{', '[', '<feed>', '<OAI-PMH>', line('2201.04388'), feed());
    await fc.assert(
      fc.asyncProperty(starts, fc.string({ unit: 'binary' }), async (start, rest) => {
        await read(start + rest, 7).catch((error) => expect(error).toBeInstanceOf(UnreadableFile));
      }),
      { numRuns: 500 },
    );
  });
});

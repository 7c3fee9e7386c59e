import { expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { csv } from './csv';
import type { ExportPaper } from './types';

const paper = (text: string): ExportPaper => ({
  id: 1,
  slug: '2201.04388',
  source: 'arxiv',
  externalId: '2201.04388',
  title: text,
  abstract: text,
  keywords: [],
  authors: [{ name: text }, { name: text }],
  authorCount: 2,
  organization: { name: text },
  publishedAt: '2022-01-12T09:50:38.000Z',
  categories: [text, text],
  doi: text,
  journalRef: text,
  codeUrl: text,
  upvotes: 3,
  comments: 1,
});

/** Splits a line at `separator`, both with and without support for quotes. */
function cells(line: string, separator: string): string[] {
  const quoted = [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) => cell);
  return [...line.split(separator), ...quoted].map((cell) => cell.replace(/^["\s]+/, ''));
}

it('has no cell that is a formula, for any separator', () => {
  const piece = fc.constantFrom(...'=+-@;,|"\t\n\r\' ax1', '＝', "x;=cmd|'/c calc'!A0", '\u00a0');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const [, ...lines] = csv([paper(pieces.join(''))], 'https://p.example').split('\r\n');
      for (const separator of [',', ';', '\t', '|']) {
        const formulas = cells(lines.join('\r\n'), separator).filter((c) => /^[=+\-@＝]/.test(c));
        expect(formulas).toEqual([]);
      }
    }),
  );
});

it('quotes every cell', () => {
  const [, line = ''] = csv([paper('a')], 'https://p.example').split('\r\n');
  expect(line).toMatch(/^"[^"]*"(,"[^"]*")*$/);
});

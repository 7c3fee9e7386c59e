import sharp from 'sharp';
import { expect, test, vi } from 'vitest';
import { drawCard } from './draw';
import { cut } from './layout';
import { paperCard } from './paper-card';

const SITE = { name: 'Papertide', accent: '#0f766e' };

test('renders a card in the requested size', async () => {
  const png = await drawCard(
    {
      title: 'On the ℓ_p cost of ∇f ≤ ε and Erdős–Rényi graphs',
      line: 'Ada Lovelace',
      foot: 'cs.LG',
    },
    SITE,
  );
  const { width, height, format } = await sharp(png).metadata();
  expect([width, height, format]).toEqual([1200, 630, 'png']);
  expect(png.length).toBeLessThan(100_000);
});

test('renders any title, and fetches nothing for it', async () => {
  const fetched = vi.spyOn(globalThis, 'fetch');
  for (const title of [
    '',
    '深度学习 🎉',
    '<svg onload="x">&',
    '\0\ud800\u202e',
    'x'.repeat(5_000),
    'שלום',
  ]) {
    const png = await drawCard({ title, line: title, foot: title }, SITE);
    expect((await sharp(png).metadata()).width).toBe(1200);
  }
  expect(fetched).not.toHaveBeenCalled();
});

test('cuts long texts at a word', () => {
  expect(cut('short', 10)).toBe('short');
  expect(cut('several words here', 14)).toBe('several words …');
  expect(cut('x'.repeat(50), 20)).toBe(`${'x'.repeat(19)} …`);
});

test('shows title, authors, category and date of a paper', () => {
  expect(
    paperCard({
      slug: '2201.04388',
      title: 'The $L^2$ cost',
      authors: ['A', 'B', 'C', 'D', 'E'].map((name) => ({ name, handle: null })),
      authorCount: 7,
      organization: null,
      categories: ['cs.CV'],
      publishedAt: '2022-01-12T09:50:38.000Z',
    }),
  ).toEqual({ title: 'The L^2 cost', line: 'A, B, C, D and 3 more', foot: 'cs.CV · 12 Jan 2022' });
});

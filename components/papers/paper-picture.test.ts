import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import type { PaperDetail } from '@/lib/papers/types';
import { PaperPicture } from './paper-picture';

const render = (width: number, height: number): string => {
  const picture = { hash: 'a'.repeat(64), width, height, from: null };
  return renderToStaticMarkup(
    createElement(PaperPicture, { paper: { title: 'A paper', picture } as unknown as PaperDetail }),
  );
};

it.each([
  ['wide', 1280, 274, 1280],
  ['a video’s poster', 1280, 720, 569],
  ['tall', 400, 1280, 100],
  ['tiny', 48, 32, 48],
])('a picture that is %s has its space before it is loaded', (_, width, height, shown) => {
  const html = render(width, height);
  expect(html).toContain(`style="width:${shown}px"`);
  // The attributes give the aspect ratio, unless a class takes it back.
  expect(html).toContain(`width="${width}" height="${height}"`);
  expect(html).not.toMatch(/\b(w-auto|max-h-)/);
});

import { expect, it } from 'vitest';
import { isUnusedDoor, servedPath } from './doors';

it.each([
  '/_next/image?url=%2Ficon.svg&w=64&q=75',
  '/_next/image',
  '/_next/image/x',
  '//_next//image',
  '/_next/./image',
  '/x/../_next/image',
  '/%5fnext/image',
  '/_NEXT/image',
  '/_next\\image',
  '/_next/data/build/index.json',
  '/_next/hmr',
  '/_next/webpack-hmr',
  '/_next/mcp',
  '/_next/server/server-reference-manifest.json',
  '/_next/static',
  '/_next/static/',
  '/_next/static/../server/app.js',
  '/_next/static/chunks/main.js.map',
  '/_next/static/chunks/main.js.MAP?x=1',
  '/_next',
  '/_not-found',
  '/_global-error',
  '/_error',
  '/__nextjs_original-stack-frames',
  '/__nextjs_source-map?filename=a',
  '/__next_anything',
])('%s is rejected', (target) => expect(isUnusedDoor(target)).toBe(true));

it.each([
  '/',
  '/?q=/_next/image',
  '/papers/2201.04388',
  '/org/_next',
  '/org/image.map',
  '/_next/static/chunks/0a-b_c.js',
  '/_next/static/media/serif.0f~1.woff2?dpl=1',
  '/api/daily_papers',
])('%s is accepted', (target) => expect(isUnusedDoor(target)).toBe(false));

it('reads a path as it is served', () => {
  expect(servedPath('/a//b/./c/../d%2Fe?x#y')).toBe('/a/b/d/e');
  expect(servedPath('/../..')).toBe('/');
});

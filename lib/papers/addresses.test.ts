import { describe, expect, it } from 'vitest';
import { exportAddress } from '@/lib/exports/paths';
import { feedAddress, pagePath, parseSource } from '@/lib/syndication/paths';
import config from '@/next.config';
import { matchAddress, rewriteSource } from './address-patterns';
import { FEED_ADDRESSES, fillPath, LATEST_ADDRESSES } from './addresses';

const PARAMS = {
  topic: 'cs.LG',
  date: '2026-07-25',
  week: '2026-W30',
  month: '2026-07',
  year: '2026',
};
const paths = [FEED_ADDRESSES, LATEST_ADDRESSES].flatMap((list) => Object.values(list));

describe.each(paths)('$path', ({ path, stored }) => {
  const address = fillPath(path, PARAMS);

  it('is parsed by its feed, its export and its link', () => {
    const source = parseSource(address.slice(1));
    if (!source || source.kind === 'comments' || source.kind === 'discussion') {
      throw new Error(`${address} is no list of papers`);
    }
    expect(pagePath(source)).toBe(address);
    expect(feedAddress(source, 'atom')).toBe(`${address}.atom`);
    expect(exportAddress(source, 'bib')).toBe(`${address}/export.bib`);
  });

  it('has its rewrites, of the page, the feed and the export', async () => {
    const all = await config.rewrites?.();
    const rewrites = (Array.isArray(all) ? all : all?.beforeFiles) ?? [];
    const source = rewriteSource(path);
    expect(rewrites).toContainEqual({ source, destination: `${stored}/1` });
    const below = rewrites
      .map(({ destination }) => destination)
      .filter((destination) => /^\/(exports|syndication)\//.test(destination))
      .filter((destination) => destination.endsWith(path));
    expect(below.sort()).toEqual([
      `/exports/:format/at${path}`,
      `/syndication/:format/list${path}`,
    ]);
  });

  it('accepts no other parameter', () => {
    expect(matchAddress(path, `${address}/x`)).toBeNull();
    expect(matchAddress(path, address.replace(/\d(?=$|\/)/, 'x'))).toEqual(
      /\d(?=$|\/)/.test(address) ? null : expect.anything(),
    );
  });
});

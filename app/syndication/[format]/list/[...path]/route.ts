import { getMergedInto } from '@/lib/papers/data';
import { feedAddress, parseSource } from '@/lib/syndication/paths';
import { feedFile, feedFormat } from '@/lib/syndication/route';
import { definePublicFile } from '@/lib/web/public-file';

export const GET = definePublicFile({
  name: 'readFeed',
  run: async (request, { format, path }) => {
    const source = parseSource([path].flat().join('/'));
    const file = await feedFile(source, format, request);
    const known = feedFormat(format);
    if (file || !known || source?.kind !== 'discussion') return file;
    const slug = await getMergedInto(source.slug);
    return slug && feedAddress({ ...source, slug }, known);
  },
});

import { badgeOf, pictureOf } from '@/lib/cards/data';
import { definePublicFile } from '@/lib/web/public-file';

/** The picture that stands for a page where its link is passed on, and the badge of a paper. */
export const GET = definePublicFile({
  name: 'drawCard',
  run: async (_, { path }) => {
    const place = [path].flat().join('/');
    const badge = await badgeOf(place);
    if (badge) return { body: badge, type: 'image/svg+xml', age: 300 };
    const body = await pictureOf(place);
    return body && { body, type: 'image/png', age: 3600 };
  },
});

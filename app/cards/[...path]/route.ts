import { badgeOf, pictureOf } from '@/lib/cards/data';
import { definePublicFile } from '@/lib/web/public-file';

/** A page's social preview image, and a paper's badge. */
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

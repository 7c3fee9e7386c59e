import { pictureOf } from '@/lib/cards/data';
import { definePublicFile } from '@/lib/web/public-file';

/** The picture that stands for a page where its link is passed on. */
export const GET = definePublicFile({
  name: 'drawCard',
  run: async (_, { path }) => {
    const body = await pictureOf([path].flat().join('/'));
    return body && { body, type: 'image/png', age: 3600 };
  },
});

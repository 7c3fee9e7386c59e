import { getCollectionsSitemap, getListsSitemap, getPapersSitemap } from '@/lib/discovery/data';
import { definePublicFile } from '@/lib/web/public-file';

/** `lists.xml`, `collections.xml`, and `papers-0.xml` onwards. */
export const GET = definePublicFile({
  name: 'readSitemap',
  run: async (_, { name }) => {
    const chunk = /^papers-(0|[1-9]\d{0,5})\.xml$/.exec(String(name))?.[1];
    const body =
      name === 'lists.xml'
        ? await getListsSitemap()
        : name === 'collections.xml'
          ? await getCollectionsSitemap()
          : chunk !== undefined
            ? await getPapersSitemap(Number(chunk))
            : null;
    return body === null ? null : { body, type: 'application/xml', age: 3600 };
  },
});

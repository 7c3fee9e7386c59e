// Plain JavaScript, because Next loads the cache handler that needs it without a compiler.
import { promisify } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { gunzip, gzip } from 'node:zlib';

const gzipped = promisify(gzip);
const gunzipped = promisify(gunzip);

/** Fast, and a tenth of the bytes: a page is mostly markup, and has it twice. */
const OPTIONS = { level: 3 };

const isWhole = (page) =>
  page?.kind === 'APP_PAGE' && typeof page.html === 'string' && !page.postponed && !page.packed;

/**
 * Returns a rendered page in a form for memory: compressed, in a buffer outside of V8's heap, which
 * Next counts byte by byte. A string it counts by its characters, of which many take two bytes.
 * Other entries are returned as they are.
 */
export async function packPage(page) {
  if (!isWhole(page)) return page;
  const { html, rscData, segmentData, ...rest } = page;
  const parts = serialize({ html, rscData, segmentData });
  return { ...rest, html: '', rscData: await gzipped(parts, OPTIONS), packed: true };
}

/** Returns the page as it was before `packPage`; anything else as it is. */
export async function unpackPage(page) {
  if (!page?.packed) return page;
  const { packed, rscData, ...rest } = page;
  const parts = deserialize(await gunzipped(rscData));
  return { ...rest, ...parts };
}

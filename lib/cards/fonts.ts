import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Font } from 'satori';

const SERIF = 'node_modules/@fontsource/source-serif-4/files/source-serif-4';
const KATEX = 'node_modules/katex/dist/fonts/KaTeX';
/** European letters in the site's own font, and mathematical symbols in KaTeX's. */
const SUBSETS = ['latin', 'latin-ext', 'greek', 'cyrillic'];
const SIGNS = ['Main-Regular', 'AMS-Regular'];

async function load(): Promise<Font[]> {
  const read = (file: string) =>
    readFile(path.join(/* turbopackIgnore: true */ process.cwd(), file));
  const serif = SUBSETS.flatMap((subset) =>
    ([400, 600] as const).map(
      async (weight): Promise<Font> => ({
        name: `Source Serif ${subset}`,
        data: await read(`${SERIF}-${subset}-${weight}-normal.woff`),
        weight,
        style: 'normal',
      }),
    ),
  );
  const signs = SIGNS.map(
    async (name): Promise<Font> => ({
      name: `KaTeX ${name}`,
      data: await read(`${KATEX}_${name}.ttf`),
      weight: 400,
      style: 'normal',
    }),
  );
  return Promise.all([...serif, ...signs]);
}

/** Every font by name: the first one that has a character draws it. */
export const FAMILY = [
  ...SUBSETS.map((subset) => `Source Serif ${subset}`),
  ...SIGNS.map((name) => `KaTeX ${name}`),
].join(', ');

let loaded: Promise<Font[]> | undefined;

/** Loaded once per process, for the first card. */
export function fonts(): Promise<Font[]> {
  loaded ??= load();
  return loaded;
}

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The color names that Tailwind has by default and that the theme removes. */
const DEFAULTS =
  'white|black|(?:slate|gray|zinc|neutral|stone|red|orange|amber|yellow|lime|green|emerald|teal|cyan|sky|blue|indigo|violet|purple|fuchsia|pink|rose)-\\d+';
const USED = new RegExp(
  `[\\s"'\`:](?:bg|text|border|fill|stroke|outline|ring|shadow|decoration|accent|caret)-(${DEFAULTS})(?=[\\s"'\`/!])`,
  'g',
);

test('every default color of Tailwind that a component uses is in the theme', () => {
  const theme = readFileSync('app/globals.css', 'utf8');
  const files = ['app', 'components'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.tsx'))
      .map((file) => `${folder}/${file}`),
  );
  const missing = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(USED)]
      .map(([, color = '']) => color)
      .filter((color) => !theme.includes(`--color-${color}:`))
      .map((color) => `${file}: ${color}`),
  );
  expect(missing).toEqual([]);
});

import { CATEGORIES } from './categories';

export type Archive = { name: string; topics: string[] };

const NAMES: [prefix: RegExp, name: string][] = [
  [/^cs\./, 'Computer Science'],
  [/^econ\./, 'Economics'],
  [/^eess\./, 'Electrical Engineering and Systems Science'],
  [/^math\./, 'Mathematics'],
  [
    /^(astro-ph|cond-mat|gr-qc|hep-(ex|lat|ph|th)|math-ph|nlin|nucl-(ex|th)|physics|quant-ph)\b/,
    'Physics',
  ],
  [/^q-bio\b/, 'Quantitative Biology'],
  [/^q-fin\./, 'Quantitative Finance'],
  [/^stat\./, 'Statistics'],
];
const RETIRED = 'No longer in use';

/** Every category in arXiv's order, by its groups; retired archives come last. */
export const ARCHIVES: readonly Archive[] = [...NAMES.map(([, name]) => name), RETIRED].map(
  (name) => ({
    name,
    topics: CATEGORIES.filter((topic) => groupOf(topic) === name),
  }),
);

function groupOf(topic: string): string {
  return NAMES.find(([prefix]) => prefix.test(topic))?.[1] ?? RETIRED;
}

import { FROM_ONE_NETWORK } from '@/lib/ranking/exposure';
import { HALF_LIFE_HOURS } from '@/lib/ranking/trending';
import { mean, standardError } from './support/simulation/measures';
import {
  byRate,
  decayed,
  fatigue,
  hackerNews,
  newest,
  type Order,
  ours,
  power,
  reddit,
} from './support/simulation/orders';
import { AGES, type Outcome, replay, type Setting } from './support/simulation/replay';
import { table } from './support/table';

export const about =
  'how well orders find good papers, by replay; [seeds] [papers/day] [views/day] [half-life] [part] [readers]';

/** Reported figures of an outcome, by column heading; all in percent. */
const FIGURES: [string, (outcome: Outcome) => number, number][] = [
  ...AGES.map((days, i): [string, (outcome: Outcome) => number, number] => [
    `nDCG@25 ${days} d`,
    (outcome) => 100 * (outcome.ndcg[i] ?? 0),
    1,
  ]),
  ['best 10 % found', ({ discovered }) => 100 * discovered, 1],
  ['votes / 100 views', ({ votes }) => votes, 2],
];

/** Parts that can be run separately, because a large site's replays take long. */
const PARTS: Record<string, (hours: number) => Order[]> = {
  all: (hours) => [...formsOf(hours), hackerNews, decayed(48), decayed(12), reddit, newest],
  two: (hours) => [ours(hours), hackerNews],
  forms: (hours) => formsOf(hours),
  // With exploration and returning users only.
  sizes: (hours) => [ours(hours), ours(HALF_LIFE_HOURS), hackerNews],
};

const formsOf = (hours: number): Order[] => [
  ours(hours),
  byRate('with exposure^0.9', hours, power(0.9, 15)),
  byRate('with a bonus for few views', hours, power(1, 30, 0.5)),
  byRate('with fatigue 0.002', hours, fatigue(0.002, 20)),
  byRate('with fatigue 0.01', hours, fatigue(0.01, 20)),
];

const figure = (values: number[], digits: number): string =>
  `${mean(values).toFixed(digits)} ± ${standardError(values).toFixed(digits)}`;

/**
 * Compares all orders with and without exploration; a seed has the same papers and views for each.
 */
function compare(orders: Order[], setting: Setting, seeds: number[], both = true): void {
  const rows = orders.flatMap((order) =>
    (both ? [false, true] : [true]).map((chances) => {
      const outcomes = seeds.map((seed) => replay(order, chances, seed, setting));
      return [
        chances && both ? '  with chances' : order.name,
        ...FIGURES.map(([, of, digits]) => figure(outcomes.map(of), digits)),
      ];
    }),
  );
  console.log(table(['', ...FIGURES.map(([name]) => name)], rows));
}

/** Networks of a crowd, and how many of its votes then count as list votes. */
const FROM: [string, (votes: number) => number][] = [
  ['of one network, claiming a place', (votes) => Math.min(votes, FROM_ONE_NETWORK)],
  ['of as many networks, claiming a place', (votes) => votes],
  ['that come by a link or a mail', () => 0],
];

/** Compares how long a crowd keeps a bad paper on the first page. */
function compareCrowds(orders: Order[], setting: Setting, seeds: number[]): void {
  const rows = [10, 40].flatMap((votes) =>
    [0, 72].flatMap((age) =>
      FROM.map(([words, onList]) => {
        const crowd = { votes, age, onList: onList(votes) };
        const held = (order: Order) =>
          seeds.map((seed) => replay(order, true, seed, { ...setting, crowd }).held);
        return [
          `${votes} votes ${words}, paper ${age} h old`,
          ...orders.map((order) => figure(held(order), 0)),
        ];
      }),
    ),
  );
  console.log(table(['hours on the first page', ...orders.map(({ name }) => name)], rows));
}

/** Of all views, on the list of the newest papers. */
const FROM_NEW = 0.2;

export async function run([
  seeds = '20',
  papersPerDay = '30',
  viewsPerDay = '3000',
  halfLife = String(HALF_LIFE_HOURS),
  part = 'all',
  readers = '300',
]: string[]): Promise<void> {
  const all = Array.from({ length: Number(seeds) }, (_, i) => i + 1);
  const site = { papersPerDay: Number(papersPerDay), viewsPerDay: Number(viewsPerDay) };
  const hours = Number(halfLife);
  const sizes = part === 'sizes';
  const regular = { ...site, readers: Number(readers), fromNew: FROM_NEW };
  const strangers = { ...regular, readers: Infinity };
  for (const setting of PARTS[part] ? [regular, ...(sizes ? [] : [strangers])] : []) {
    const who = setting.readers === Infinity ? 'strangers' : `${setting.readers} regular readers`;
    console.log(
      `${papersPerDay} papers and ${viewsPerDay} views a day by ${who}, ${100 * setting.fromNew} % of` +
        ` them on the list of the newest; mean ± standard error of ${seeds} seeds\n`,
    );
    compare(PARTS[part]?.(hours) ?? [], setting, all, !sizes);
    console.log();
  }
  if (part !== 'all' && part !== 'crowds') return;
  compareCrowds([ours(hours), hackerNews], regular, all.slice(0, 8));
}

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
  'how well orders find good papers, by replay; [seeds] [papers/day] [views/day] [half-life] [few]';

/** What is reported of an outcome, by the heading of its column; all in percent. */
const FIGURES: [string, (outcome: Outcome) => number, number][] = [
  ...AGES.map((days, i): [string, (outcome: Outcome) => number, number] => [
    `nDCG@25 ${days} d`,
    (outcome) => 100 * (outcome.ndcg[i] ?? 0),
    1,
  ]),
  ['best 10 % found', ({ discovered }) => 100 * discovered, 1],
  ['votes / 100 views', ({ votes }) => votes, 2],
];

const ordersOf = (hours: number): Order[] => [
  ours(hours),
  byRate('with exposure^0.9', hours, power(0.9, 15)),
  byRate('with a bonus for few views', hours, power(1, 30, 0.5)),
  byRate('with fatigue 0.002', hours, fatigue(0.002, 20)),
  hackerNews,
  decayed(48),
  decayed(12),
  reddit,
  newest,
];

/** Those that a large site, whose replays take long, is compared with. */
const fewOf = (hours: number): Order[] => [ours(hours), hackerNews];

const figure = (values: number[], digits: number): string =>
  `${mean(values).toFixed(digits)} ± ${standardError(values).toFixed(digits)}`;

/** All orders with and without chances; the same papers and the same luck for each of a seed. */
function compare(orders: Order[], setting: Setting, seeds: number[]): void {
  const rows = orders.flatMap((order) =>
    [false, true].map((chances) => {
      const outcomes = seeds.map((seed) => replay(order, chances, seed, setting));
      return [
        chances ? '  with chances' : order.name,
        ...FIGURES.map(([, of, digits]) => figure(outcomes.map(of), digits)),
      ];
    }),
  );
  console.log(table(['', ...FIGURES.map(([name]) => name)], rows));
}

/** Crowds of colluding or invited voters: how many, how old the paper is, what they bring along. */
const CROWDS = [10, 40].flatMap((votes) =>
  [0, 72].flatMap((age) => [null, 0.5, 1].map((brings) => ({ votes, age, brings }))),
);

/** For how long a crowd keeps a bad paper on the first page. */
function compareCrowds(orders: Order[], setting: Setting, seeds: number[]): void {
  const rows = CROWDS.map((crowd) => [
    `${crowd.votes} votes, paper ${crowd.age} h old, ${
      crowd.brings === null ? 'as from a list' : `bring ${crowd.brings} of a vote’s views`
    }`,
    ...orders.map((order) => {
      const held = seeds.map((seed) => replay(order, true, seed, { ...setting, crowd }).held);
      return figure(held, 0);
    }),
  ]);
  console.log(table(['hours on the first page', ...orders.map(({ name }) => name)], rows));
}

const SETTINGS = [
  { readers: 300, fromNew: 0.2 },
  { readers: 300, fromNew: 0 },
  { readers: Infinity, fromNew: 0.2 },
];

export async function run([
  seeds = '20',
  papersPerDay = '30',
  viewsPerDay = '3000',
  halfLife = String(HALF_LIFE_HOURS),
  few,
]: string[]): Promise<void> {
  const all = Array.from({ length: Number(seeds) }, (_, i) => i + 1);
  const site = { papersPerDay: Number(papersPerDay), viewsPerDay: Number(viewsPerDay) };
  const hours = Number(halfLife);
  const orders = few ? fewOf(hours) : ordersOf(hours);
  for (const setting of few ? SETTINGS.filter(({ fromNew }) => fromNew > 0) : SETTINGS) {
    const who = setting.readers === Infinity ? 'strangers' : `${setting.readers} regular readers`;
    console.log(
      `${papersPerDay} papers and ${viewsPerDay} views a day by ${who}, ${100 * setting.fromNew} % of` +
        ` them on the list of the newest; mean ± standard error of ${seeds} seeds\n`,
    );
    compare(orders, { ...setting, ...site }, all);
    console.log();
  }
  if (few) return;
  const regular = { readers: 300, fromNew: 0.2, ...site };
  compareCrowds([ours(hours), hackerNews, decayed(48)], regular, all.slice(0, 8));
}

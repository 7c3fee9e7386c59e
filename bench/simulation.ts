import { mean, standardError } from './support/simulation/measures';
import { ORDERS } from './support/simulation/orders';
import { AGES, type Outcome, replay, type Setting } from './support/simulation/replay';
import { table } from './support/table';

export const about =
  'how well orders find good papers, by replay; [seeds] [papers/day] [views/day]';

/** What is told of an outcome, by the heading of its column; all in percent. */
const FIGURES: [string, (outcome: Outcome) => number][] = [
  ...AGES.map((days, i): [string, (outcome: Outcome) => number] => [
    `nDCG@25 ${days} d`,
    (outcome) => 100 * (outcome.ndcg[i] ?? 0),
  ]),
  ['best 10 % found', ({ discovered }) => 100 * discovered],
  ['votes / 100 views', ({ votes }) => votes],
];

const figure = (values: number[], digits: number): string =>
  `${mean(values).toFixed(digits)} ± ${standardError(values).toFixed(digits)}`;

const signed = (values: number[], digits: number): string =>
  `${mean(values) >= 0 ? '+' : ''}${figure(values, digits)}`;

/** All orders with and without chances; the same papers and the same luck for each of a seed. */
function compare(setting: Setting, seeds: number[]): void {
  const rows: string[][] = [];
  for (const order of ORDERS) {
    const [without, having] = [false, true].map((chances) =>
      seeds.map((seed) => replay(order, chances, seed, setting)),
    ) as [Outcome[], Outcome[]];
    const cells = (outcomes: Outcome[]) =>
      FIGURES.map(([, of], i) => figure(outcomes.map(of), i < AGES.length + 1 ? 1 : 2));
    rows.push([order.name, ...cells(without)]);
    rows.push(['  with chances', ...cells(having)]);
    rows.push([
      '  difference',
      ...FIGURES.map(([, of], i) =>
        signed(
          seeds.map((_, n) => of(having[n] as Outcome) - of(without[n] as Outcome)),
          i < AGES.length + 1 ? 1 : 2,
        ),
      ),
    ]);
  }
  console.log(table(['', ...FIGURES.map(([name]) => name)], rows));
}

const SETTINGS = [
  { readers: 300, fromNew: 0 },
  { readers: 300, fromNew: 0.2 },
  { readers: Infinity, fromNew: 0.2 },
];

export async function run([
  seeds = '20',
  papersPerDay = '30',
  viewsPerDay = '3000',
]: string[]): Promise<void> {
  const all = Array.from({ length: Number(seeds) }, (_, i) => i + 1);
  for (const setting of SETTINGS) {
    const who = setting.readers === Infinity ? 'strangers' : `${setting.readers} regular readers`;
    console.log(
      `${papersPerDay} papers and ${viewsPerDay} views a day by ${who}, ${100 * setting.fromNew} % of` +
        ` them on the list of the newest; mean ± standard error of ${seeds} seeds\n`,
    );
    compare(
      { ...setting, papersPerDay: Number(papersPerDay), viewsPerDay: Number(viewsPerDay) },
      all,
    );
    console.log();
  }
}

import { createEvaluation, viewsOf } from '@/lib/evaluation/evaluation';
import { type Estimates, ORDER_NAMES, type OrderName } from '@/lib/evaluation/types';
import { LISTS, type List, type PlaceViews, sharesOf } from '@/lib/ranking/exposure';
import { DEFAULT_SCALE, HALF_LIFE_HOURS } from '@/lib/ranking/trending';
import { createLog, type TrueHour } from './support/policy/log';
import { mean, standardError } from './support/simulation/measures';
import { ours } from './support/simulation/orders';
import { PLACES, replay } from './support/simulation/replay';
import { BEGIN, cumulativeShares, DAY } from './support/simulation/world';
import { table } from './support/table';

export const about =
  'whether the estimates of orders are right, by replay; [seeds] [papers/day] [views/day] [days]';

/** Days of a replay before the log begins. */
const WARM_UP = 20;

/** The simulation's true shares of views by position. */
function trueShares(): number[] {
  const sums = cumulativeShares().slice(0, PLACES);
  const all = sums.at(-1) ?? 1;
  return sums.map((sum, i) => (sum - (sums[i - 1] ?? 0)) / all);
}

/** Estimated shares of views by position, from the views. */
function measuredShares(hours: TrueHour[]): Record<List, number[]> {
  const views: Record<List, PlaceViews[]> = { trending: [], new: [] };
  for (const { stood, counted } of hours) {
    const seen = new Map(counted.map((one) => [one.paperId, one.views]));
    for (const { list, place, paperId } of stood) {
      views[list].push({ place, views: seen.get(paperId)?.[list] ?? 0 });
    }
  }
  return Object.fromEntries(LISTS.map((list) => [list, sharesOf(views[list], PLACES)])) as Record<
    List,
    number[]
  >;
}

/**
 * The probability that a view leads to an upvote, taken at mid-hour, since users decide within it.
 */
function qualityIn({ quality, after }: TrueHour, id: number): number {
  const begin = quality.get(id) ?? 0;
  return (begin + (after.get(id) ?? begin)) / 2;
}

type Checked = { estimates: Estimates; truth: Record<OrderName, number> };

/** Compares the estimates from one replay's log with the truth: upvotes per 100 views. */
function check(
  seed: number,
  site: { papersPerDay: number; viewsPerDay: number; days: number; readers: number },
): Checked {
  const log = createLog(BEGIN + WARM_UP * DAY, site.readers);
  replay(ours(HALF_LIFE_HOURS), true, seed, { ...site, fromNew: 0.2, watch: log.watch });
  // The last hour is incomplete.
  const hours = log.hours.slice(0, -1).filter(({ at }) => at < BEGIN + (WARM_UP + site.days) * DAY);
  const evaluation = createEvaluation(log.papers(), measuredShares(hours), DEFAULT_SCALE);
  const shares = trueShares();
  const votes = Object.fromEntries(ORDER_NAMES.map((name) => [name, 0])) as Record<
    OrderName,
    number
  >;
  let views = 0;
  for (const hour of hours) {
    const shown = evaluation.add(hour);
    const { trending } = viewsOf(hour.counted);
    views += trending;
    for (const name of ORDER_NAMES) {
      for (const [i, id] of shown[name].slice(0, PLACES).entries()) {
        votes[name] += trending * (shares[i] ?? 0) * qualityIn(hour, id);
      }
    }
  }
  for (const name of ORDER_NAMES) votes[name] *= 100 / views;
  return { estimates: evaluation.estimates(new Date(BEGIN).toISOString()), truth: votes };
}

const holds = ({ low, high }: { low: number; high: number }, truth: number): boolean =>
  low <= truth && truth <= high;
const share = (values: boolean[]): string =>
  `${Math.round((100 * values.filter(Boolean).length) / values.length)} %`;

function report(checked: Checked[]): void {
  const rows = ORDER_NAMES.map((name) => {
    const truths = checked.map(({ truth }) => truth[name]);
    const of = checked.flatMap(({ estimates }) => estimates.orders.filter((o) => o.order === name));
    const cells = (['inverse', 'robust'] as const).flatMap((kind) => [
      `${mean(of.map((o) => o[kind].value)).toFixed(2)} ± ${standardError(of.map((o) => o[kind].value)).toFixed(2)}`,
      mean(of.map((o) => (o[kind].high - o[kind].low) / 2)).toFixed(2),
      share(of.map((o, i) => holds(o[kind], truths[i] ?? 0))),
    ]);
    const ahead = of.flatMap((o, i) => {
      const { truth } = checked[i] as Checked;
      return o.ahead ? [holds(o.ahead, truth[name] - truth.today)] : [];
    });
    return [name, mean(truths).toFixed(2), ...cells, ahead.length > 0 ? share(ahead) : ''];
  });
  const kind = (name: string) => [name, '± within', 'held'];
  console.log(table(['order', 'truth', ...kind('inverse'), ...kind('robust'), 'lead held'], rows));
  const inOrder = (of: (name: OrderName) => number) =>
    [...ORDER_NAMES].sort((a, b) => of(b) - of(a)).join(' ');
  const robust = ({ estimates }: Checked, name: OrderName) =>
    estimates.orders.find((o) => o.order === name)?.robust.value ?? 0;
  const right = checked.map(
    (one) => inOrder((name) => one.truth[name]) === inOrder((name) => robust(one, name)),
  );
  const together =
    inOrder((name) => mean(checked.map(({ truth }) => truth[name]))) ===
    inOrder((name) => mean(checked.map((one) => robust(one, name))));
  const called = checked.flatMap(({ truth, estimates }) =>
    estimates.orders.flatMap(({ order, ahead }) =>
      ahead && ahead.low * ahead.high > 0 ? [ahead.value > 0 === truth[order] > truth.today] : [],
    ),
  );
  console.log(
    `\nAll four ranked right in ${share(right)} of the replays, and ${together ? '' : 'not '}by their means.` +
      `\n${called.length} of ${3 * checked.length} leads were called by their intervals, ${share(called)} of them right.`,
  );
}

export async function run([
  seeds = '20',
  papersPerDay = '30',
  viewsPerDay = '3000',
  days = '28',
]: string[]): Promise<void> {
  for (const readers of [300, Infinity]) {
    const site = {
      papersPerDay: Number(papersPerDay),
      viewsPerDay: Number(viewsPerDay),
      days: Number(days),
      readers,
    };
    const checked = Array.from({ length: Number(seeds) }, (_, i) => check(i + 1, site));
    const who = readers === Infinity ? 'strangers' : `${readers} regular readers`;
    console.log(
      `${papersPerDay} papers and ${viewsPerDay} views a day by ${who}, ${days} days of log; upvotes per 100\n` +
        `views, mean of ${seeds} seeds; half of the 95 % interval, and how often it held the truth\n`,
    );
    report(checked);
    console.log();
  }
}

import { Sparkline } from '@/components/ranking/sparkline';
import { STAR_DAYS } from '@/lib/code/series';
import { formatCount, formatDayOnly } from '@/lib/papers/dates';
import type { StarSeries } from '@/lib/papers/types';

type Props = { stars: number; series: StarSeries };

/** The repository's stars as we counted them, and their daily gains. */
export function StarLine({ stars, series: { on, gains } }: Props) {
  const won = Math.round(gains.reduce((sum, gain) => sum + gain, 0));
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-2 text-muted text-sm">
      {formatCount(stars)} {stars === 1 ? 'star' : 'stars'} on GitHub on {formatDayOnly(on)}
      {won > 0 ? `, ${formatCount(won)} of them in the last ${STAR_DAYS} days` : ''}
      <Sparkline days={gains} />
    </p>
  );
}

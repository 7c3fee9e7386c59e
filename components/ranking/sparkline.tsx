const BAR = 2;
const STEP = 3;
const HEIGHT = 14;
/** Smallest full scale in upvotes, so that a single upvote is not a full-height bar. */
const FULL = 4;

/**
 * Upvotes per day, oldest first, scaled so that the highest bar fills the height. Decorative, since
 * the text beside it says the same; renders nothing without upvotes.
 */
export function Sparkline({ days }: { days: readonly number[] }) {
  if (days.every((count) => count === 0)) return null;
  const highest = Math.max(FULL, ...days);
  const width = days.length * STEP - (STEP - BAR);
  return (
    <svg width={width} height={HEIGHT} className="shrink-0" aria-hidden="true">
      <path d={`M0 ${HEIGHT - 0.5}H${width}`} className="stroke-line-strong" strokeOpacity="0.5" />
      <path d={bars(days, highest)} className="fill-accent" />
    </svg>
  );
}

/** One path for all bars, since a page holds twenty-five sparklines. */
function bars(days: readonly number[], highest: number): string {
  return days
    .map((count, i) => {
      if (count === 0) return '';
      const height = Math.max(2, Math.round((count / highest) * HEIGHT));
      return `M${i * STEP} ${HEIGHT}v-${height}h${BAR}v${height}z`;
    })
    .join('');
}

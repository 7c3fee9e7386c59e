const BAR = 2;
const STEP = 3;
const HEIGHT = 14;
/** Upvotes that fill the height at the least: one of them is no tower. */
const FULL = 4;

/**
 * Upvotes a day, oldest first, as bars whose highest fills the height. A drawing beside words that
 * say the same; nothing when there are none.
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

/** One path for all bars: a page holds twenty-five of these. */
function bars(days: readonly number[], highest: number): string {
  return days
    .map((count, i) => {
      if (count === 0) return '';
      const height = Math.max(2, Math.round((count / highest) * HEIGHT));
      return `M${i * STEP} ${HEIGHT}v-${height}h${BAR}v${height}z`;
    })
    .join('');
}

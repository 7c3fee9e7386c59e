const HEIGHT = 100;

/**
 * Values of 0 and more as columns beside each other, the highest as high as the drawing. It
 * stretches to the width there is; what it says must stand beside it in words.
 */
export function Columns({ values }: { values: readonly number[] }) {
  const highest = Math.max(...values);
  const width = values.length > 1 ? 0.85 : 1;
  const path = values.map((value, i) => {
    const height = Math.round((value / highest) * HEIGHT * 10) / 10;
    return value > 0 ? `M${i} ${HEIGHT}v-${height}h${width}v${height}z` : '';
  });
  return (
    <svg
      viewBox={`0 0 ${values.length} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="h-24 w-full border-line-strong border-b"
      aria-hidden="true"
    >
      <path d={path.join('')} className="fill-accent" />
    </svg>
  );
}

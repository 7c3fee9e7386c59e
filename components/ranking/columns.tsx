const HEIGHT = 100;

/**
 * A column chart of values from 0 to `top`. It stretches to the available width; the text beside it
 * must convey the same.
 */
export function Columns({ values, top }: { values: readonly number[]; top: number }) {
  const width = values.length > 1 ? 0.85 : 1;
  const path = values.map((value, i) => {
    const height = Math.round((value / top) * HEIGHT * 10) / 10;
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

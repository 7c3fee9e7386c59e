/** Formats columns as wide as their widest cell, with numbers right-aligned. */
export function table(head: string[], rows: (string | number)[][]): string {
  const lines = [head, ...rows].map((cells) => cells.map(String));
  const widths = head.map((_, column) =>
    Math.max(...lines.map((cells) => (cells[column] ?? '').length)),
  );
  const isNumber = (cell: string) => /^[\d.,]+( ?[%a-zA-Z/]+)?$/.test(cell);
  return lines
    .map((cells) =>
      cells
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return isNumber(cell) ? cell.padStart(width) : cell.padEnd(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

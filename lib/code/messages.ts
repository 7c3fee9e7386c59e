/** Formats stars a day: `+12 stars a day`, `+0.4 stars a day`. */
export function momentumWords(momentum: number): string {
  const shown = momentum < 10 ? Number(momentum.toFixed(1)) : Math.round(momentum);
  if (shown === 0) return 'less than 0.1 stars a day';
  return `+${shown.toLocaleString('en')} ${shown === 1 ? 'star' : 'stars'} a day`;
}

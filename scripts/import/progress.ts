import type { Counts } from '@/lib/ingest/importer';

const WIDTH = 24;
const number = new Intl.NumberFormat('en');

export const countsLine = (counts: Counts): string =>
  [
    `${number.format(counts.new)} new`,
    `${number.format(counts.updated)} updated`,
    `${number.format(counts.unchanged)} unchanged`,
    `${number.format(counts.refused)} refused`,
  ].join(', ');

/** Draws a progress bar on a terminal; otherwise prints only the counts at the end. */
export function progressBar(name: string, out: NodeJS.WriteStream = process.stderr) {
  const started = performance.now();
  let drawn = 0;
  return {
    draw(progress: { done: number; total: number | null; counts: Counts }): void {
      if (!out.isTTY || performance.now() - drawn < 100) return;
      drawn = performance.now();
      const { counts } = progress;
      const share = progress.total ? Math.min(1, progress.done / progress.total) : null;
      const papers = counts.new + counts.updated + counts.unchanged + counts.refused;
      const rate = papers / ((drawn - started) / 1000);
      const full = Math.round((share ?? 0) * WIDTH);
      const bar = share === null ? '' : `[${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}] `;
      const percent = share === null ? '' : `${Math.floor(share * 100)} %  `;
      const line = `${bar}${percent}${number.format(papers)} papers, ${number.format(Math.round(rate))}/s  ${name}`;
      out.write(`\r${line.slice(0, (out.columns || 80) - 1)}\x1b[K`);
    },
    clear(): void {
      if (out.isTTY) out.write('\r\x1b[K');
    },
  };
}

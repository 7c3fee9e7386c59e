import { recountSite } from '@/lib/invariants/service';
import { withDatabase } from './setup/database';

const shown = (value: number | null): string => (value === null ? 'none' : String(value));

await withDatabase(async ({ signal }) => {
  const done = await recountSite({
    signal,
    onDrift: ({ slug, figure, stored, counted }) =>
      console.log(`${slug}: ${figure} stored ${shown(stored)}, counted ${shown(counted)}`),
  });
  if (done) {
    console.log(`${done.papers} papers recounted, ${done.drifts} figures were off.`);
  } else {
    console.error('The papers are being recounted already: try again when that is over.');
    process.exitCode = 1;
  }
});

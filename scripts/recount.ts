import { connect } from '@/db/client';
import { recount } from '@/lib/checks/service';
import { withDatabase } from './setup/database';

const shown = (value: number | null): string => (value === null ? 'none' : String(value));

await withDatabase(async ({ url, signal }) => {
  const { db, sql } = connect(url);
  try {
    const { papers, drifts } = await recount(db, {
      signal,
      onDrift: ({ slug, figure, stored, counted }) =>
        console.log(`${slug}: ${figure} stored ${shown(stored)}, counted ${shown(counted)}`),
    });
    console.log(`${papers} papers recounted, ${drifts} figures were off.`);
  } finally {
    await sql.end({ timeout: 5 });
  }
});

import { sql } from 'drizzle-orm';
import { type Database, db } from '../client';

export async function ping(): Promise<void> {
  await db().execute(sql`select 1`);
}

/** Whether nobody has put anything here yet. */
export async function isEmpty(on: Database): Promise<boolean> {
  const [row] = await on.execute<{ empty: boolean }>(sql`
    select not exists (select 1 from users) and not exists (select 1 from papers) as empty`);
  return row?.empty ?? false;
}

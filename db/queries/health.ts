import { sql } from 'drizzle-orm';
import { db } from '../client';

export async function ping(): Promise<void> {
  await db().execute(sql`select 1`);
}

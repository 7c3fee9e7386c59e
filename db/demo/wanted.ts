import { sql } from 'drizzle-orm';
import type { Executor } from '../client';

/** Key in source_states; no source has this name. */
const REMOVED = 'demo';

/** Whether a start should load the demo: the site is empty, and the demo was not removed before. */
export async function isDemoWanted(on: Executor): Promise<boolean> {
  const [row] = await on.execute<{ wanted: boolean }>(sql`
    select not exists (select from users) and not exists (select from papers)
      and not exists (select from source_states where source = ${REMOVED}) as wanted`);
  return row?.wanted ?? false;
}

/** Makes a site that its host emptied stay empty. */
export async function rememberRemoval(on: Executor): Promise<void> {
  await on.execute(sql`
    insert into source_states (source) values (${REMOVED}) on conflict do nothing`);
}

export async function forgetRemoval(on: Executor): Promise<void> {
  await on.execute(sql`delete from source_states where source = ${REMOVED}`);
}

import { sql } from 'drizzle-orm';
import type { Executor } from '../client';

/** Stands among the facts that outlive a process; no source is called so. */
const REMOVED = 'demo';

/** Whether a start should load the demo: nothing is here, and nobody took the demo away. */
export async function isDemoWanted(on: Executor): Promise<boolean> {
  const [row] = await on.execute<{ wanted: boolean }>(sql`
    select not exists (select from users) and not exists (select from papers)
      and not exists (select from source_states where source = ${REMOVED}) as wanted`);
  return row?.wanted ?? false;
}

/** An empty site that its host emptied stays empty. */
export async function rememberRemoval(on: Executor): Promise<void> {
  await on.execute(sql`
    insert into source_states (source) values (${REMOVED}) on conflict do nothing`);
}

export async function forgetRemoval(on: Executor): Promise<void> {
  await on.execute(sql`delete from source_states where source = ${REMOVED}`);
}

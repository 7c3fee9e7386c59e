import { sql } from 'drizzle-orm';
import { db } from '../client';
import { drifts } from '../queries/recount';

/** Every stored figure that is not what its rows say: none, unless something is wrong. */
export const allDrifts = () => db().execute(sql`select * from (${drifts(sql`true`)}) d`);

import { sql } from 'drizzle-orm';
import { db } from '../client';
import { drifts } from '../queries/recount';

/** Returns every stored figure that differs from its rows; empty if all are consistent. */
export const allDrifts = () => db().execute(sql`select * from (${drifts(sql`true`)}) d`);

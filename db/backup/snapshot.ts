import type postgres from 'postgres';
import { connect } from '../client';

/** Runs `read` on the database as it is at one moment, beside everything that writes to it. */
export async function readSnapshot<T>(
  url: string,
  read: (on: postgres.TransactionSql) => Promise<T>,
): Promise<T> {
  const { sql } = connect(url);
  try {
    return (await sql.begin('isolation level repeatable read read only', read)) as T;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

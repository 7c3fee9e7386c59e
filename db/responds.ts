import postgres from 'postgres';

/** Returns whether a server, or a pooler before it, runs queries. */
export async function responds(url: string): Promise<boolean> {
  const once = { max: 1, connect_timeout: 5, fetch_types: false, prepare: false };
  const sql = postgres(url, once);
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

import postgres from 'postgres';
import { lineOptions } from './primary';

/** Milliseconds to wait for a connection of the pooler while another client holds one. */
const PATIENCE = 2_000;

/**
 * Returns whether the address leads to a pooler in transaction mode, such as PgBouncer, where
 * neither locks of a session nor LISTEN work. A pooler in session mode is as good as the server.
 */
export async function isTransactionPooler(url: string): Promise<boolean> {
  const { url: host, options, lines } = lineOptions(url);
  const open = () =>
    postgres(host, {
      max: 1,
      connect_timeout: 4,
      fetch_types: false,
      prepare: false,
      onnotice: () => {},
      ...options,
    });
  const [own, other] = [open(), open()];
  try {
    const result = await own`select pg_backend_pid() as pid`;
    const first: number = result[0]?.pid;
    // The server says its process at the start of a connection, and a pooler makes up another.
    if (result.state.pid === first) return false;
    // While another client is in a transaction on the connection that we had, we get another one.
    return await other.begin(async (tx) => {
      await tx`select 1`;
      const late = new Promise<null>((done) => setTimeout(done, PATIENCE, null).unref());
      const again = await Promise.race([own`select pg_backend_pid() as pid`, late]);
      return again === null || again[0]?.pid !== first;
    });
  } finally {
    await Promise.all([own.end({ timeout: 1 }), other.end({ timeout: 1 })]).catch(() => {});
    lines.close();
  }
}

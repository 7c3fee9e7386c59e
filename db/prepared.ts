import { sql } from 'drizzle-orm';
import type postgres from 'postgres';

const MARK = '/* prepared */';

/**
 * Marks a statement that each connection prepares once: later calls take one round trip instead of
 * two, and after five of them no planning. Only for a text that never changes and whose best plan
 * does not depend on its parameters.
 */
export const PREPARED = sql.raw(MARK);

type Sql = postgres.Sql | postgres.TransactionSql;

/** Makes this client prepare marked statements, also in its transactions; drizzle never does. */
export function preparing<S extends Sql>(client: S): S {
  const { unsafe } = client;
  client.unsafe = ((text, args, options) =>
    unsafe(text, args, {
      ...options,
      ...(text.includes(MARK) && { prepare: true, simple: false }),
    })) as typeof unsafe;
  const wrap = (name: 'begin' | 'savepoint') => {
    const inner = (client as unknown as Record<string, unknown>)[name];
    if (typeof inner !== 'function') return;
    Object.assign(client, {
      [name]: (...args: unknown[]) =>
        inner(
          ...args.map((arg) =>
            typeof arg === 'function' ? (tx: postgres.TransactionSql) => arg(preparing(tx)) : arg,
          ),
        ),
    });
  };
  wrap('begin');
  wrap('savepoint');
  return client;
}

import type postgres from 'postgres';
import { errorCode } from '@/lib/base/errors';
import { tracing } from '@/lib/base/tracing';
import { gone } from './line';
import { traceQuery } from './traced';

type Sql = postgres.Sql | postgres.TransactionSql;
type Work = (tx: postgres.TransactionSql) => unknown;
/** What we use of the driver's query; it does not publish these. */
type Query = {
  handler: ((query: Query) => unknown) & { debug?: unknown };
  /** The connection that runs it; null while it waits for one. */
  state: object | null;
  resolve(value: unknown): void;
  reject(error: unknown): void;
  strings: string[];
  args: unknown[];
  options: { onexecute?: unknown; simple?: boolean };
};

type Bounds = {
  /** Most milliseconds that a query may wait for a connection, and then for its answer. */
  limit?: number;
  /** Ends all connections of the client. */
  cut(): void;
  /** Whether a query may be sent on a connection that still waits for the answer to another. */
  pipelining: boolean;
};

/**
 * Makes each query of this client end, also when its connection dies or the server is silent:
 * - One that waits too long for a connection is refused, and one without an answer ends all
 *   connections. Without a limit an answer may take as long as it likes.
 * - When a transaction has lost its connection, its later statements are refused. The driver would
 *   run them, and its rollback, on the next connection, inside of somebody else's transaction.
 * - A query that was not sent is not refused by the last words of an earlier connection.
 * - Without pipelining, a query is sent when its connection has answered all others.
 */
export function bounding(sql: postgres.Sql, bounds: Bounds): postgres.Sql {
  const { unsafe } = sql;
  sql.unsafe = ((...args) => bound(unsafe(...args), bounds)) as typeof unsafe;
  fenceCalls(sql, 'begin', bounds);
  return new Proxy(sql, {
    apply: (target, self, args) => bound(Reflect.apply(target, self, args), bounds),
  });
}

type Scope = { isOver: boolean };

/** Replaces `begin` or `savepoint` of a client by one that fences what its work does. */
function fenceCalls(client: Sql, name: 'begin' | 'savepoint', bounds: Bounds, outer?: Scope) {
  const inner: unknown = Reflect.get(client, name);
  if (typeof inner !== 'function') return;
  Reflect.set(client, name, (...args: unknown[]) => {
    const scope = outer ?? { isOver: false };
    // The driver sends commit, rollback and savepoint itself, so nothing else limits them.
    const watch = () => bounds.limit && setTimeout(bounds.cut, 2 * bounds.limit);
    let timer = outer && watch();
    const fenced = (work: Work) => (tx: postgres.TransactionSql) => {
      clearTimeout(timer);
      fence(tx, scope, bounds);
      // The driver rolls back when the work ends. It must not once the connection is another's.
      return new Promise((done, fail) => {
        const goOn = (end: () => void) => {
          if (scope.isOver) return;
          timer = watch();
          end();
        };
        Promise.resolve(work(tx)).then(
          (value) => goOn(() => done(value)),
          (error) => goOn(() => fail(error)),
        );
      });
    };
    const running: Promise<unknown> = inner(
      ...args.map((arg) => (typeof arg === 'function' ? fenced(arg as Work) : arg)),
    );
    const end = () => {
      clearTimeout(timer);
      if (!outer) scope.isOver = true;
    };
    running.then(end, end);
    return running;
  });
}

function fence(tx: postgres.TransactionSql, scope: Scope, bounds: Bounds): void {
  const { unsafe } = tx;
  tx.unsafe = ((...args) => {
    const query = unsafe(...args);
    if (!scope.isOver) return bound(query, bounds, true);
    const { debug } = inside(query).handler;
    inside(query).handler = Object.assign((late: Query) => late.reject(gone()), { debug });
    return query;
  }) as typeof unsafe;
  fenceCalls(tx, 'savepoint', bounds, scope);
}

const inside = (query: unknown): Query => query as Query;

function bound<T>(query: T, bounds: Bounds, inTransaction = false): T {
  // A call of the client can also make a name or a list of values.
  if (!(query instanceof Promise)) return query;
  const on = tracing();
  if (on) traceQuery(query, on);
  const { handler } = inside(query);
  const guarded = (own: Query) => {
    const { resolve, reject } = own;
    // The driver asks this after it has sent a query, and sends no other when it is told no.
    if (!bounds.pipelining) own.options.onexecute ??= () => false;
    let timer = bounds.limit && setTimeout(onLate, bounds.limit);
    let isRepeated = inTransaction;
    function onLate(): void {
      if (!own.state && !inTransaction) giveUp(own);
      else timer = setTimeout(bounds.cut, bounds.limit);
    }
    own.resolve = (value) => {
      clearTimeout(timer);
      resolve(value);
    };
    own.reject = (error) => {
      if (!isRepeated && !own.state && LAST_WORDS.has(errorCode(error) ?? '')) {
        isRepeated = true;
        handler(own);
        return;
      }
      clearTimeout(timer);
      reject(error);
    };
    return handler(own);
  };
  inside(query).handler = Object.assign(guarded, { debug: handler.debug });
  return query;
}

/**
 * What a server says before it closes a connection. The driver keeps it and gives it to the first
 * query of the next connection, which it has not sent.
 */
const LAST_WORDS = new Set(['57P01', '57P02']);

/**
 * Refuses a query that still waits. The driver's own `cancel` would make the connection useless that
 * takes it up later, so it becomes one that does nothing.
 */
function giveUp(query: Query): void {
  const error = new Error('no connection to the database was free in time');
  query.reject(Object.assign(error, { code: 'CONNECT_TIMEOUT' }));
  query.strings = ['select'];
  query.args = [];
  query.options = { simple: true };
}

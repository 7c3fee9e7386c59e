import { codeOf, type Tracing } from '@/lib/base/tracing';

/** What we use of the driver's query; it does not publish these. */
type Query = {
  handler: ((query: Query) => unknown) & { debug?: unknown };
  resolve(value: unknown): void;
  reject(error: unknown): void;
  strings: string[];
};

/** Characters of a statement in a trace. */
const SHOWN = 2_000;

/** Makes a span of a query, from when it is sent or queued until it has ended. */
export function traceQuery(query: Promise<unknown>, on: Tracing): void {
  const own = query as unknown as Query;
  const { handler } = own;
  const spanned = (sent: Query) => {
    const { resolve, reject } = sent;
    const text = statementOf(sent.strings);
    const span = on.start(nameOf(text), { 'db.system.name': 'postgresql', 'db.query.text': text });
    sent.resolve = (value) => {
      span.end();
      resolve(value);
    };
    sent.reject = (error) => {
      span.end({ failure: codeOf(error) });
      reject(error);
    };
    return handler(sent);
  };
  own.handler = Object.assign(spanned, { debug: handler.debug });
}

/** Returns a statement without values: parameters are sent beside it, and literals are replaced. */
export function statementOf(strings: readonly string[]): string {
  return strings
    .join('?')
    .replace(/'(?:[^']|'')*'/g, '?')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, SHOWN);
}

/** Returns the verb of a statement and its first table outside of subqueries: `select papers`. */
export function nameOf(statement: string): string {
  const verb = /^\w+/.exec(statement)?.[0]?.toLowerCase() ?? 'query';
  let outer = statement;
  for (let before = ''; before !== outer; outer = outer.replace(/\([^()]*\)/g, ' ')) before = outer;
  const [, table] = /\b(?:from|into|update|join)\s+"?([a-z_][\w.]*)/i.exec(outer) ?? [];
  return table ? `${verb} ${table}` : verb;
}

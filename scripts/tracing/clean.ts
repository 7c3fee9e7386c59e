import type { ReadableSpan } from '@opentelemetry/sdk-trace-node';

/** What may leave the process: Next also records whole addresses, which may contain tokens. */
const SAFE = new Set([
  'http.request.method',
  'http.response.status_code',
  'http.method',
  'http.status_code',
  'http.route',
  'next.route',
  'next.span_type',
  'db.system.name',
  'db.query.text',
  'error.type',
  'papertide.kind',
  'papertide.job',
  'papertide.attempt',
]);

/** Returns a span without the facts that may be secret; one of Next is named by its type and route. */
export function cleanSpan(span: ReadableSpan): ReadableSpan {
  const attributes = Object.fromEntries(
    Object.entries(span.attributes).filter(([name]) => SAFE.has(name)),
  );
  const { 'next.span_type': type, 'next.route': route } = attributes;
  const name = type ? [type, route].filter(Boolean).join(' ') : span.name;
  // Events hold messages of errors, which may quote what was typed.
  const own = { name, attributes, events: [], links: [], status: { code: span.status.code } };
  return Object.create(
    span,
    Object.fromEntries(Object.entries(own).map(([key, value]) => [key, { value }])),
  );
}

/**
 * Facts of a span. Never a query of an address, a header, or what a user typed: traces are read by
 * others than the database.
 */
export type Facts = Record<string, string | number>;

export type Span = {
  /** `failure`: a code, if what it measures failed. */
  end(outcome?: { facts?: Facts; failure?: string }): void;
};

export type Tracing = {
  /** Starts a span of a client (a query) within the running one. */
  start(name: string, facts: Facts): Span;
  /** Runs `work` within a span of its own; `headers` are those of a caller that may trace too. */
  within<T>(
    span: { name: string; kind: 'request' | 'job' | 'work'; facts: Facts; headers?: object },
    work: (span: Span) => T,
  ): T;
};

// Shared by the server and Next, which bundles its own copy of this module.
const store = globalThis as typeof globalThis & { papertideTracing?: Tracing };

/** Returns the tracing of this process; undefined if it is off, which costs nothing else. */
export const tracing = (): Tracing | undefined => store.papertideTracing;

/** Turns tracing on or off (scripts/tracing). */
export function setTracing(on: Tracing | undefined): void {
  store.papertideTracing = on;
}

/** Returns the outcome of `work`, as a span if tracing is on. */
export function traced<T>(
  name: string,
  kind: 'job' | 'work',
  facts: Facts,
  work: () => Promise<T>,
): Promise<T> {
  const on = tracing();
  if (!on) return work();
  return on.within({ name, kind, facts }, async (span) => {
    try {
      const result = await work();
      span.end();
      return result;
    } catch (error) {
      span.end({ failure: codeOf(error) });
      throw error;
    }
  });
}

/** Returns the code or the class of an error, never its message. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'error';
  const { code, cause } = error as Error & { code?: unknown };
  if (typeof code === 'string') return code;
  return cause instanceof Error ? codeOf(cause) : error.name;
}

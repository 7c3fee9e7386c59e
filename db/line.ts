import net from 'node:net';

/** Milliseconds for which a lost line still answers what is written to it. */
const LINGER = 20;

/**
 * A socket that ends as the driver (postgres 3.4.9) expects, which breaks in three ways otherwise:
 * - A server that closes in order before it is ready makes it connect again forever, so the query
 *   never ends. Here every end that we did not ask for is an error.
 * - It goes on writing to a lost connection, for example the rollback of a transaction, which throws
 *   outside of any promise and leaves its slot unusable. Here 'close' follows the error a moment
 *   later, and what is written in between fails at once.
 * - A socket that cannot be made takes its slot away for good; see `failedLine`.
 */
export class Line extends net.Socket {
  /** The driver checks certificates against it. */
  host?: string;
  onGone?: () => void;
  private lost: Error | null = null;

  constructor() {
    super();
    this.once('end', () => {
      if (!this.writableEnded) this.destroy(gone());
    });
  }

  override emit(event: string | symbol, ...args: unknown[]): boolean {
    if (event !== 'close' || this.lost) return super.emit(event, ...args);
    this.lost = this.errored ?? gone();
    this.onGone?.();
    setTimeout(() => super.emit('close', false), LINGER);
    return true;
  }

  override write(...args: unknown[]): boolean {
    if (!this.destroyed) return Reflect.apply(super.write, this, args);
    queueMicrotask(() => {
      // Without a listener, an error would end the process.
      if (this.listenerCount('error') > 0) super.emit('error', this.lost ?? gone());
    });
    return true;
  }
}

/** The error of whatever was on a connection that ended. */
export const gone = (): Error =>
  Object.assign(new Error('the connection to the database was lost'), {
    code: 'CONNECTION_CLOSED',
  });

/** Returns a line that fails as soon as it is used. */
export function failedLine(error: unknown): Line {
  const line = new Line();
  setImmediate(() => line.destroy(error instanceof Error ? error : gone()));
  return line;
}

/** The sockets of one client, so that all can be ended. */
export type Lines = {
  /** Goes to the driver as its option `socket`. */
  open(make: () => Line | Promise<Line>): Promise<Line>;
  /** Ends every line now. */
  cut(): void;
  /** Lets no further line open, and ends those that remain after a second. */
  close(): void;
};

export function createLines(): Lines {
  const lines = new Set<Line>();
  let isClosed = false;
  const cut = () => {
    for (const line of lines) line.destroy(gone());
  };
  return {
    async open(make) {
      const line = await Promise.resolve().then(make).catch(failedLine);
      if (isClosed) {
        // The driver was told to end while the primary was looked for.
        line.on('error', () => {}).destroy();
        return failedLine(gone());
      }
      lines.add(line);
      line.onGone = () => lines.delete(line);
      return line;
    },
    cut,
    close() {
      isClosed = true;
      setTimeout(cut, 1_000).unref();
    },
  };
}

import net from 'node:net';

/** Milliseconds for which a lost line still answers what is written to it. */
const LINGER = 20;

/**
 * Makes a socket, encrypted or not, end as the driver (postgres 3.4.9) expects, which breaks in
 * three ways otherwise:
 * - A server that closes in order before it is ready makes it connect again forever, so the query
 *   never ends. Here every end that we did not ask for is an error.
 * - It goes on writing to a lost connection, for example the rollback of a transaction, which throws
 *   outside of any promise and leaves its slot unusable. Here 'close' follows the error a moment
 *   later, and what is written in between fails at once.
 * - A socket that cannot be made takes its slot away for good; see `failedLine`.
 */
export function asLine(socket: net.Socket, onGone?: () => void): net.Socket {
  const { emit, write } = socket;
  let lost: Error | null = null;
  socket.once('end', () => {
    if (!socket.writableEnded) socket.destroy(gone());
  });
  socket.emit = (event: string | symbol, ...args: unknown[]) => {
    if (event !== 'close' || lost) return Reflect.apply(emit, socket, [event, ...args]);
    lost = socket.errored ?? gone();
    onGone?.();
    setTimeout(() => socket.emit('close', false), LINGER);
    return true;
  };
  socket.write = (...args: unknown[]) => {
    if (!socket.destroyed) return Reflect.apply(write, socket, args);
    queueMicrotask(() => {
      // Without a listener, an error would end the process.
      if (socket.listenerCount('error') > 0) socket.emit('error', lost ?? gone());
    });
    return true;
  };
  return socket;
}

/** The error of whatever was on a connection that ended. */
export const gone = (): Error =>
  Object.assign(new Error('the connection to the database was lost'), {
    code: 'CONNECTION_CLOSED',
  });

/** Returns a line that fails as soon as it is used. */
export function failedLine(error: unknown): net.Socket {
  const line = asLine(new net.Socket());
  setImmediate(() => line.destroy(error instanceof Error ? error : gone()));
  return line;
}

/** The sockets of one client, so that all can be ended. */
export type Lines = {
  /** Goes to the driver as its option `socket`. */
  open(make: () => net.Socket | Promise<net.Socket>): Promise<net.Socket>;
  /** Ends every line now. */
  cut(): void;
  /** Lets no further line open, and ends those that remain after a second. */
  close(): void;
};

export function createLines(): Lines {
  const lines = new Set<net.Socket>();
  let isClosed = false;
  const cut = () => {
    for (const line of lines) line.destroy(gone());
  };
  return {
    async open(make) {
      let socket: net.Socket;
      try {
        socket = await make();
      } catch (error) {
        return failedLine(error);
      }
      if (isClosed) {
        // The driver was told to end while the primary was looked for.
        socket.on('error', () => {}).destroy();
        return failedLine(gone());
      }
      const line = asLine(socket, () => lines.delete(line));
      lines.add(line);
      return line;
    },
    cut,
    close() {
      isClosed = true;
      setTimeout(cut, 1_000).unref();
    },
  };
}

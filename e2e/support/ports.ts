import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below what systems hand out: a server that takes any port never gets one that was told before. */
const [FIRST, END] = [15_000, 32_000];

/** A port that nothing listens on right now. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FIRST, END);
    if (await isFree(port)) return port;
  }
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, () => server.close(() => resolve(true)));
  });

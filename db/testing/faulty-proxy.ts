import net from 'node:net';

export type Fault = 'cut' | 'close' | 'refuse' | 'shut' | 'freeze' | 'cutReply';

export type FaultyProxy = {
  port: number;
  /** Breaks all connections, and with some faults new ones, until `heal`. */
  fail(fault: Fault): void;
  heal(): void;
  stop(): Promise<void>;
};

/** Starts a proxy in front of a server that can break as networks and servers do. */
export async function startFaultyProxy(target: {
  host: string;
  port: number;
}): Promise<FaultyProxy> {
  const pairs = new Set<[net.Socket, net.Socket]>();
  /** Also those without a pair, or whose far end is gone and whose client lingers. */
  const clients = new Set<net.Socket>();
  let fault: Fault | null = null;
  const server = net.createServer((near) => {
    clients.add(near);
    near.on('error', () => {}).on('close', () => clients.delete(near));
    if (fault === 'refuse') return near.resetAndDestroy();
    if (fault === 'shut') return near.end();
    const far = net.connect(target.port, target.host);
    far.on('error', () => near.destroy());
    const pair: [net.Socket, net.Socket] = [near, far];
    pairs.add(pair);
    near.on('data', (bytes) => far.write(bytes));
    far.on('data', (bytes) => {
      if (fault !== 'cutReply') return near.write(bytes);
      // Half of an answer, and then the end.
      near.end(bytes.subarray(0, bytes.length >> 1));
      far.destroy();
    });
    near.on('close', () => far.destroy());
    far.on('close', () => {
      near.end();
      pairs.delete(pair);
    });
    if (fault === 'freeze') for (const one of pair) one.pause();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as net.AddressInfo).port,
    fail(next) {
      fault = next;
      for (const [near, far] of pairs) {
        if (next === 'cut' || next === 'refuse') near.resetAndDestroy();
        if (next === 'close' || next === 'shut') near.end();
        if (next === 'freeze') for (const one of [near, far]) one.pause();
      }
      // Those two break what there is and nothing after it.
      if (next === 'cut' || next === 'close') fault = null;
    },
    heal() {
      fault = null;
      for (const pair of pairs) for (const one of pair) one.resume();
    },
    async stop() {
      for (const near of clients) near.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}

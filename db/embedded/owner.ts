import { createHash } from 'node:crypto';
import { realpath, unlink } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

/**
 * Allows one owner of a data folder at a time, by a socket named after it. The system closes the
 * socket when the process exits, however that happens, so no lock goes stale; clients get the
 * owner's pid.
 */
async function socketName(folder: string): Promise<string> {
  const hash = createHash('sha256')
    .update(await realpath(folder))
    .digest('hex')
    .slice(0, 24);
  if (process.platform === 'win32') return `\\\\.\\pipe\\papertide-${hash}`;
  if (process.platform === 'linux') return `\0papertide-${hash}`;
  return path.join(os.tmpdir(), `papertide-${hash}.sock`);
}

export type Ownership = { release(): Promise<void> };

/** Takes ownership of the folder, or returns the owning process (0 if it does not respond). */
export async function own(folder: string): Promise<Ownership | { ownedBy: number }> {
  const name = await socketName(folder);
  for (let attempt = 0; ; attempt++) {
    const server = await listen(name);
    if (server) return { release: () => new Promise((done) => server.close(() => done())) };
    const pid = await askOwner(name);
    if (pid !== null || attempt === 2) return { ownedBy: pid ?? 0 };
    // A socket file without a listener is stale; only macOS leaves one behind.
    if (process.platform === 'darwin') await unlink(name).catch(() => {});
  }
}

/** Returns the pid of the process that owns the folder, or null. */
export async function ownerOf(folder: string): Promise<number | null> {
  return askOwner(await socketName(folder));
}

function listen(name: string): Promise<net.Server | null> {
  return new Promise((resolve, reject) => {
    const server = net.createServer((socket) => {
      socket.on('error', () => {});
      socket.end(String(process.pid));
    });
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    );
    server.listen(name, () => {
      server.unref();
      resolve(server);
    });
  });
}

function askOwner(name: string): Promise<number | null> {
  return new Promise((resolve) => {
    let said = '';
    const socket = net.connect(name);
    const timer = setTimeout(() => finish(0), 1_000);
    const finish = (pid: number | null) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(pid);
    };
    socket.on('data', (chunk) => {
      said += chunk;
    });
    socket.on('end', () => finish(Number.parseInt(said, 10) || 0));
    socket.on('error', () => finish(null));
  });
}

import { chmod, chown, copyFile, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { clusterPassword, ensureCluster } from '../embedded/cluster';
import { findPlace } from '../embedded/place';
import { freePort, serverUrl, startPostmaster, stopPostmaster } from '../embedded/postmaster';

/** The certificate of the server, for `sslrootcert`: it is its own authority. */
export const CERTIFICATE = path.resolve('db/testing/tls/server.crt');

/** Starts a server that speaks TLS, as 127.0.0.1 only. */
export async function startEncrypted(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'papertide-encrypted-'));
  await chmod(folder, 0o755);
  const place = await findPlace(folder);
  await ensureCluster(place);
  const { uid, gid } = place.account;
  const settings: Record<string, string> = { ssl: 'on' };
  for (const [name, kind] of [
    ['ssl_cert_file', 'crt'],
    ['ssl_key_file', 'key'],
  ] as const) {
    const file = path.join(place.data, `server.${kind}`);
    await copyFile(path.resolve(`db/testing/tls/server.${kind}`), file);
    await chmod(file, 0o600);
    if (uid !== undefined && gid !== undefined) await chown(file, uid, gid);
    settings[name] = file;
  }
  const target = { place, password: await clusterPassword(place), settings };
  const postmaster = await startPostmaster(target, await freePort());
  return {
    url: serverUrl(target, postmaster.port, 'postgres'),
    async stop() {
      await stopPostmaster(postmaster, place);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../embedded';
import { migrate } from '../migrate';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A migrated, empty database that test files copy. */
    templateUrl: string;
  }
}

/** One server for the whole run (TEST_DATABASE_URL, or an embedded one) with one template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env.TEST_DATABASE_URL
    ? { url: process.env.TEST_DATABASE_URL, stop: async () => {} }
    : await startServer();
  const template = `papertide_template_${randomBytes(4).toString('hex')}`;
  const admin = postgres(server.url, { max: 1, onnotice: () => {} });
  await admin`create database ${admin(template)}`;
  const templateUrl = withDatabase(server.url, template);
  await migrate(templateUrl);
  project.provide('templateUrl', templateUrl);
  return async () => {
    await admin`drop database if exists ${admin(template)} with (force)`;
    await admin.end();
    await server.stop();
  };
}

async function startServer() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'papertide-test-'));
  // As root, the server runs as another user, who needs access to this folder.
  await chmod(folder, 0o755);
  const server = await startEmbedded(folder, {
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      // Short-lived databases need no vacuum; workers follow the cores.
      autovacuum: 'off',
      max_connections: '400',
    },
  });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { RefusedRecord } from '@/lib/ingest/types';

/**
 * Writes refused records to a file in this folder, one per line with its reason. Creates the file
 * with the first one, readable only by its owner.
 */
export function refusedFile(folder: string) {
  const file = `import-refused-${new Date().toISOString().replace(/[:.]/g, '-')}.jsonl`;
  const name = path.resolve(folder, file);
  let opened: number | null = null;
  return {
    /** The absolute path; null if nothing was refused. */
    name: () => (opened === null ? null : name),
    add(from: string, refused: RefusedRecord): void {
      if (opened === null) {
        mkdirSync(folder, { recursive: true });
        opened = openSync(name, 'wx', 0o600);
      }
      const { id, reason, record } = refused;
      writeSync(opened, `${JSON.stringify({ from, id, reason, record })}\n`);
    },
    close(): void {
      if (opened !== null) closeSync(opened);
    },
  };
}

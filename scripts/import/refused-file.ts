import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import type { RefusedRecord } from '@/lib/ingest/types';

/**
 * Keeps refused records in a file of this folder, one a line with its reason; the first of them makes
 * the file, for its owner only.
 */
export function refusedFile(folder: string) {
  const file = `import-refused-${new Date().toISOString().replace(/[:.]/g, '-')}.jsonl`;
  const name = path.resolve(folder, file);
  let opened: number | null = null;
  return {
    /** The absolute path; null as long as nothing was refused. */
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

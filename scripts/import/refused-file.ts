import { closeSync, openSync, writeSync } from 'node:fs';
import type { RefusedRecord } from '@/lib/ingest/types';

/** Keeps refused records, one a line with its reason; the file is made by the first of them. */
export function refusedFile() {
  const name = `import-refused-${new Date().toISOString().replace(/[:.]/g, '-')}.jsonl`;
  let file: number | null = null;
  return {
    name: () => (file === null ? null : name),
    add(from: string, refused: RefusedRecord): void {
      file ??= openSync(name, 'wx');
      const { id, reason, record } = refused;
      writeSync(file, `${JSON.stringify({ from, id, reason, record })}\n`);
    },
    close(): void {
      if (file !== null) closeSync(file);
    },
  };
}

import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { keyFor } from '@/lib/base/secrets';

/**
 * A backup is a compressed tar archive: `backup.json` first, the rows of each table in parts
 * (`tables/NUMBER/PART.copy`, as COPY writes them), `pictures/FILE`, and `end.json`.
 */
export const FORMAT = 'papertide-backup-1';
export const HEAD = 'backup.json';
export const END = 'end.json';

export const headShape = z.object({
  format: z.literal(FORMAT),
  version: z.string(),
  at: z.string(),
  /** Milliseconds: the time in the name of the last migration. */
  migration: z.number(),
  /** Tells whether two installations have the same AUTH_SECRET, and nothing about it. */
  secret: z.string(),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  sequences: z.array(z.object({ name: z.string(), last: z.string() })),
});
export const endShape = z.object({
  rows: z.record(z.string(), z.number()),
  pictures: z.number(),
  missing: z.number(),
});
export type Head = z.infer<typeof headShape>;
export type End = z.infer<typeof endShape>;

export const tablePart = (table: number, part: number): string => `tables/${table}/${part}.copy`;
export const partOf = (name: string): number | null => {
  const found = /^tables\/(\d+)\/\d+\.copy$/.exec(name);
  return found ? Number(found[1]) : null;
};

export const ownVersion = (): string => JSON.parse(readFileSync('package.json', 'utf8')).version;
export const secretPrint = (): string => keyFor('backup fingerprint').toString('hex').slice(0, 16);

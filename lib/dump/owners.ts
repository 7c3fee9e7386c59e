import { open, readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Database, Transaction } from '@/db/client';
import { listOwners, setOwner } from '@/db/queries/load/owners';
import { parseEmail } from '@/lib/base/email-address';
import { mailboxKey } from '@/lib/base/mailbox';
import { refuseLine } from './lines';
import * as field from './shapes/fields';

const ownerLine = z.strictObject({ handle: field.handle, email: z.string().max(320) });

/**
 * Writes the confirmed addresses of all users with a handle into a new file that only its owner can
 * read: a private companion of the dump. Returns how many.
 */
export async function writeOwners(on: Database, file: string): Promise<number> {
  const handle = await open(file, 'wx', 0o600);
  let written = 0;
  try {
    for await (const rows of listOwners(on)) {
      await handle.write(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
      written += rows.length;
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return written;
}

/**
 * Gives accounts that came as names the addresses of this file, unconfirmed: a code or link that is
 * mailed there signs their owners in. Skips accounts that somebody has already. Returns how many got
 * one; throws DumpRefused.
 */
export async function readOwners(tx: Transaction, file: string): Promise<number> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  let given = 0;
  for (const [index, line] of lines.entries()) {
    if (!line.trim()) continue;
    const { handle, email } = parsed(index + 1, line);
    const outcome = await setOwner(tx, { handle, email, mailboxKey: mailboxKey(email) });
    if (outcome === 'unknown') throw refuseLine(index + 1, `there is no user ${handle}.`);
    if (outcome === 'used') throw refuseLine(index + 1, 'another user has this address.');
    if (outcome === 'given') given++;
  }
  return given;
}

function parsed(number: number, line: string): { handle: string; email: string } {
  try {
    const { handle, email: typed } = ownerLine.parse(JSON.parse(line));
    const email = parseEmail(typed);
    if (email) return { handle, email };
  } catch {
    // Says the same.
  }
  throw refuseLine(number, 'this is not a handle with an address.');
}

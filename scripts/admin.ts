import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { db } from '@/db/client';
import { listStaff } from '@/db/queries/moderation-desk';
import type { Result } from '@/lib/base/errors';
import { confirmAuthor, releaseAuthor } from '@/lib/claims/operator';
import {
  assignRole,
  banAnybody,
  isLastAdministrator,
  removeReader,
  unbanAnybody,
} from '@/lib/moderation/operator';
import { banInput, inDays, reason as reasonInput } from '@/lib/moderation/schema';
import type { HideComments } from '@/lib/moderation/types';
import { withDatabase } from './setup/database';

const USAGE = `Usage: npm run admin -- COMMAND [--reason "…"]
  list                           who moderates, and who is banned
  grant HANDLE moderator|admin   gives a role
  revoke HANDLE                  makes a member of a moderator or administrator
  ban HANDLE --reason "…"        ends all sessions; votes and comments leave counts and scores;
                                 with --days N for that many days; with --hide N or --hide all
                                 hides the comments of the last N days, or all of them
  unban HANDLE                   undoes that
  claim SLUG POSITION HANDLE     confirms a reader as the author at that position, from 1
  unclaim SLUG POSITION          undoes that
  delete HANDLE                  deletes an account with its votes; comments stay without a name
All but list stand in the public log with their reason. To ban, delete or demote the last
administrator, confirm with --yes where nobody can be asked.`;

/** More than any paper has, and within the database's integer range. */
const LAST_POSITION = 100_000;

const { positionals, values } = readArguments();
const [command = '', ...rest] = positionals;

/** Reports an unknown option like an unknown command. */
function readArguments(): {
  positionals: string[];
  values: { reason?: string; days?: string; hide?: string; yes?: boolean };
} {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        reason: { type: 'string' },
        days: { type: 'string' },
        hide: { type: 'string' },
        yes: { type: 'boolean' },
      },
    });
  } catch {
    return { positionals: [], values: {} };
  }
}

async function list(): Promise<void> {
  for (const { handle, role, banned } of await listStaff(db())) {
    console.log(`${(banned ? 'banned' : role).padEnd(10)} ${handle}`);
  }
}

function print(done: Result<{ handle: string; changed: boolean }>, what: string): void {
  if (!done.ok) fail(done.message ?? done.reason);
  else console.log(done.data.changed ? `${done.data.handle}: ${what}.` : 'Nothing to change.');
}

function fail(words: string): void {
  console.error(words);
  process.exitCode = 1;
}

/** Parses days or `all`; returns undefined for anything else. */
function hideOption(text: string | undefined): HideComments | undefined {
  if (text === undefined) return null;
  if (text === 'all') return text;
  const days = Number(text);
  return Number.isInteger(days) && days >= 1 && days <= 36_500 ? days : undefined;
}

/** Runs the act, but asks first if afterwards nobody could grant roles. */
async function unlessLast(handle: string, act: () => Promise<void>): Promise<void> {
  if (!values.yes && (await isLastAdministrator(handle))) {
    const warning = `${handle} is the last administrator: afterwards only this command gives roles.`;
    if (!(await confirmed(warning))) return fail(`${warning} Nothing was changed.`);
  }
  await act();
}

/** Asks on the terminal; without one, returns false. */
async function confirmed(warning: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await terminal.question(`${warning} Go on? [y/N] `)).trim());
  } finally {
    terminal.close();
  }
}

const isPosition = (n: number): boolean => Number.isInteger(n) && n > 0 && n <= LAST_POSITION;

/** Returns the work for a command line, or null if it is invalid. */
function parse(reason: string): (() => Promise<void>) | null {
  const [first, second, third, ...more] = rest;
  const days = banInput.shape.days.safeParse(values.days);
  const hide = hideOption(values.hide);
  if (!days.success || hide === undefined) return null;
  if (more.length > 0) return null;
  const place = { slug: first ?? '', position: Number(second), reason };
  const placed = Boolean(first) && isPosition(place.position);
  switch (`${command} ${rest.length}`) {
    case 'list 0':
      return list;
    case 'grant 2':
      if (second !== 'moderator' && second !== 'admin') return null;
      return async () => print(await assignRole(first ?? '', second, reason), `is now ${second}`);
    case 'revoke 1':
      return async () =>
        unlessLast(first ?? '', async () =>
          print(await assignRole(first ?? '', 'member', reason), 'is now a member'),
        );
    case 'ban 1':
      if (values.reason === undefined) return null;
      return async () =>
        unlessLast(first ?? '', async () =>
          print(
            await banAnybody(first ?? '', { until: inDays(days.data), reason, hide }),
            'is banned',
          ),
        );
    case 'unban 1':
      return async () => print(await unbanAnybody(first ?? '', reason), 'is no longer banned');
    case 'claim 3':
      if (!placed) return null;
      return async () => print(await confirmAuthor(third ?? '', place), `is author of ${first}`);
    case 'unclaim 2':
      if (!placed) return null;
      return async () => {
        if (await releaseAuthor(place)) console.log(`${first}: nobody is author ${second}.`);
        else fail('There is no such paper or position.');
      };
    case 'delete 1':
      return async () =>
        unlessLast(first ?? '', async () =>
          print(await removeReader(first ?? '', reason), 'is deleted'),
        );
    default:
      return null;
  }
}

const parsed = reasonInput.safeParse(values.reason ?? 'By the operator.');
const work = parsed.success ? parse(parsed.data) : null;
if (work) await withDatabase(work);
else {
  console.error(parsed.success ? USAGE : parsed.error.issues[0]?.message);
  process.exitCode = 2;
}

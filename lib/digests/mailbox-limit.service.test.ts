import { beforeEach, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createUser } from '@/db/testing/factories';
import { requestEmailChange } from '@/lib/account/service';
import { unseal } from '@/lib/mail/seal';
import { takeMailLimit } from '@/lib/web/rate-limit';
import { addressInput } from './schema';
import { subscribeAddress } from './service';

useTestDatabase();

beforeEach(() => emptyTables('mails', 'subscriptions', 'rate_limits'));

const PLAN = { cadence: 'daily', hour: 8, timeZone: 'UTC', topics: '' } as const;
/** Mails to one mailbox per minute, by the default limit. */
const A_MINUTE = 6;

const subscribe = async (email: string) =>
  (await subscribeAddress({ viewer: null }, addressInput.parse({ email, ...PLAN }))).ok;
const changeTo = async (email: string) =>
  (await requestEmailChange({ viewer: await createUser() }, { email })).ok;
const signIn = async (email: string) => (await takeMailLimit(email)) === null;

const SPELLINGS: [string, (n: number) => string][] = [
  ['plus aliases', (n) => `box+${n}@mail.example`],
  [
    'cases',
    (n) => (n % 2 ? 'BOX@mail.example' : 'box@Mail.Example').replace('x', n % 3 ? 'x' : 'X'),
  ],
  [
    'dots and both domains of Gmail',
    (n) => `b${n % 2 ? '.' : ''}ox+${n}@${n % 3 ? 'gmail' : 'googlemail'}.com`,
  ],
];
const WAYS: [string, (email: string) => Promise<boolean>][] = [
  ['subscriptions', subscribe],
  ['changes of address', changeTo],
];

async function sent(way: (email: string) => Promise<boolean>, emails: string[]): Promise<number> {
  let passed = 0;
  for (const email of emails) passed += Number(await way(email.toLowerCase()));
  return passed;
}
const mailed = async (): Promise<string[]> =>
  (await rawSql()`select id, sealed from mails`).map(
    ({ id, sealed }) => JSON.parse(unseal(sealed, id)).to,
  );

it.each(
  WAYS.flatMap(([way, run]) => SPELLINGS.map(([what, spell]) => [way, what, run, spell] as const)),
)(
  '%s: one mailbox is limited by %s, and another one has its own limit',
  async (way, _, run, spell) => {
    const emails = Array.from({ length: 14 }, (_, n) => spell(n));
    expect(await sent(run, emails)).toBe(A_MINUTE);
    const other = `another-${way.length}@mail.example`;
    expect(await run(other)).toBe(true);
    // Mail goes to the address as it was typed.
    const asTyped = new Set([...emails.map((email) => email.toLowerCase()), other]);
    const to = (await mailed()).filter((email) => !email.startsWith('reader-'));
    expect(to).toHaveLength(A_MINUTE + 1);
    expect(to.every((email) => asTyped.has(email))).toBe(true);
  },
);

it('all kinds of mail share the limit of a mailbox', async () => {
  const ways = [subscribe, signIn, changeTo];
  let passed = 0;
  for (let n = 0; n < 12; n++) {
    passed += Number(await ways[n % 3]?.(`box+${n}@mail.example`));
  }
  expect(passed).toBe(A_MINUTE);
});

import { randomBytes } from 'node:crypto';
import { ownSite } from './own-site';
import { type State, signedIn } from './signed-in';
import { test as base } from './test';

export type Member = { handle: string; state: State };

/** Returns a unique handle. */
export const newHandle = (prefix: string): string => `${prefix}-${randomBytes(4).toString('hex')}`;

/** Tests with a signed-in user; each worker signs one up. */
export const test = base.extend<object, { member: Member }>({
  member: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from it.
    async ({}, use) => {
      const handle = newHandle('member');
      await use({ handle, state: await signedIn(ownSite().url, handle) });
    },
    { scope: 'worker' },
  ],

  storageState: async ({ member }, use) => use(member.state),
});

export { expect } from './test';

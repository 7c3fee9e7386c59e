import { randomBytes } from 'node:crypto';
import type { BrowserContextOptions } from '@playwright/test';
import { SignIn } from '../pages/sign-in';
import { test as base } from './test';

type State = Exclude<BrowserContextOptions['storageState'], string | undefined>;
export type Member = { handle: string; state: State };

/** A handle that no other test takes. */
export const newHandle = (prefix: string): string => `${prefix}-${randomBytes(4).toString('hex')}`;

/** Tests of a reader who is signed in; each worker signs one up, through the pages. */
export const test = base.extend<object, { member: Member }>({
  member: [
    async ({ browser }, use) => {
      const page = await browser.newPage({ baseURL: process.env.PAPERTIDE_E2E_URL });
      const handle = newHandle('member');
      await page.goto('/sign-in');
      await new SignIn(page).signUp(handle);
      const state = await page.context().storageState();
      await page.close();
      await use({ handle, state });
    },
    { scope: 'worker' },
  ],

  storageState: async ({ member }, use) => use(member.state),
});

export { expect } from './test';

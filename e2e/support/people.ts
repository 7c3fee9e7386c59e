import type { Browser, Page } from '@playwright/test';
import { SignIn } from '../pages/sign-in';
import { newHandle } from './member';
import { expect } from './test';

export type Person = { page: Page; handle: string };

/** Somebody in a browser of their own: a new reader, or whoever has a listed address. */
export async function somebody(browser: Browser, prefix: string, listed?: string): Promise<Person> {
  const page = await browser.newPage({ baseURL: process.env.PAPERTIDE_E2E_URL });
  const handle = newHandle(prefix);
  const email = listed ?? `${handle}@example.org`;
  const signIn = new SignIn(page);
  await page.goto('/sign-in');
  await signIn.askForLink(email);
  await signIn.openMail(email);
  await signIn.confirm(handle);
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await expect(page.getByRole('button', { name: /^Account of/ })).toBeVisible();
  return { page, handle };
}

/** The same person without scripts. */
export async function withoutScripts(browser: Browser, { page }: Person): Promise<Page> {
  const context = await browser.newContext({
    baseURL: process.env.PAPERTIDE_E2E_URL,
    storageState: await page.context().storageState(),
    javaScriptEnabled: false,
  });
  return context.newPage();
}

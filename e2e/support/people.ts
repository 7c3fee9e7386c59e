import type { Browser, Page } from '@playwright/test';
import { newHandle } from './member';
import { ownSite } from './own-site';
import { signedIn } from './signed-in';

export type Person = { page: Page; handle: string };

/** Opens a new browser context with a new user, or with the user of a listed address. */
export async function somebody(
  browser: Browser,
  prefix: string,
  listed?: string,
  siteUrl = ownSite().url,
): Promise<Person> {
  const handle = newHandle(prefix);
  const storageState =
    (listed && ownSite().listed[listed]) || (await signedIn(siteUrl, handle, listed));
  return { page: await browser.newPage({ baseURL: siteUrl, storageState }), handle };
}

/** Opens the same user without scripts. */
export async function withoutScripts(browser: Browser, { page }: Person): Promise<Page> {
  const context = await browser.newContext({
    baseURL: ownSite().url,
    storageState: await page.context().storageState(),
    javaScriptEnabled: false,
  });
  return context.newPage();
}

import { type BrowserContextOptions, expect, request } from '@playwright/test';
import { slowness } from '@/scripts/testing/speed.mjs';

export type State = Exclude<BrowserContextOptions['storageState'], string | undefined>;

/** Returns the newest sign-in link to this address in the local mailbox. */
function mailedLink(mailbox: string, email: string): URLSearchParams {
  const text = mailbox.replaceAll('<!-- -->', '');
  const path = /href="(\/sign-in\/confirm[^"]*)"/.exec(text.split(`to ${email},`)[1] ?? '')?.[1];
  if (!path) throw new Error(`The mailbox shows no sign-in link to ${email}`);
  return new URL(path.replaceAll('&amp;', '&'), 'http://localhost').searchParams;
}

/**
 * Returns the cookies of a signed-in user, new or with this address. Sends the forms that
 * `pages/sign-in.ts` fills in without their pages: six requests instead of five page loads.
 */
export async function signedIn(
  siteUrl: string,
  handle: string,
  email = `${handle}@example.org`,
): Promise<State> {
  const client = await request.newContext({
    baseURL: siteUrl,
    extraHTTPHeaders: { origin: siteUrl },
    // Otherwise it would be the running test's user, whose session ends when another begins.
    storageState: { cookies: [], origins: [] },
    timeout: 60_000 * slowness(),
  });
  try {
    // Renders no page on the way, since the forms' redirects are enough.
    await client.post('/api/auth/signin/email', {
      form: { email, from: '/about' },
      maxRedirects: 0,
    });
    let link = new URLSearchParams();
    await expect(async () => {
      link = mailedLink(await (await client.get('/mailbox')).text(), email);
    }).toPass();
    const token = link.get('token') ?? '';
    const form = { token, email, from: '/about', handle };
    const end = await client.post('/api/auth/callback/email', { form, maxRedirects: 0 });
    const { pathname } = new URL(end.headers().location ?? '', siteUrl);
    expect(pathname, `signing in as ${email}`).toBe('/about');
    return await client.storageState();
  } finally {
    await client.dispose();
  }
}

/** Addresses in ADMIN_EMAILS of the workers' sites, each signed in once per site. */
export const LISTED = ['boss@example.org', 'head@example.org', 'operator@example.org'] as const;

/** Returns the cookies of each listed user. */
export async function signInListed(siteUrl: string): Promise<Record<string, State>> {
  const states: Record<string, State> = {};
  for (const email of LISTED) {
    states[email] = await signedIn(siteUrl, email.replace('@example.org', '-listed'), email);
  }
  return states;
}

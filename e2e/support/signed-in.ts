import { type BrowserContextOptions, expect, request } from '@playwright/test';
import { slowness } from '@/scripts/testing/speed.mjs';

export type State = Exclude<BrowserContextOptions['storageState'], string | undefined>;

/** The newest sign-in link to this address that the local mailbox shows. */
function mailedLink(mailbox: string, email: string): URLSearchParams {
  const text = mailbox.replaceAll('<!-- -->', '');
  const path = /href="(\/sign-in\/confirm[^"]*)"/.exec(text.split(`to ${email},`)[1] ?? '')?.[1];
  if (!path) throw new Error(`The mailbox shows no sign-in link to ${email}`);
  return new URL(path.replaceAll('&amp;', '&'), 'http://localhost').searchParams;
}

/**
 * Cookies of a user who is signed in, a new one or the one that has this address. Sends the forms
 * that `pages/sign-in.ts` fills in, without their pages: six requests in place of five pages.
 */
export async function signedIn(
  siteUrl: string,
  handle: string,
  email = `${handle}@example.org`,
): Promise<State> {
  const client = await request.newContext({
    baseURL: siteUrl,
    extraHTTPHeaders: { origin: siteUrl },
    // Else it is the running test's user, whose session ends as another one begins.
    storageState: { cookies: [], origins: [] },
    timeout: 60_000 * slowness(),
  });
  try {
    // No page is rendered on the way: where a form leads to is enough.
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

/** Addresses in ADMIN_EMAILS of the site of all journeys, each signed in once for the run. */
export const LISTED = ['boss@example.org', 'head@example.org', 'operator@example.org'] as const;
const STATES = 'PAPERTIDE_E2E_LISTED';

/** Workers inherit the states with the environment. */
export async function signInListed(siteUrl: string): Promise<void> {
  const states: Record<string, State> = {};
  for (const email of LISTED) {
    states[email] = await signedIn(siteUrl, email.replace('@example.org', '-listed'), email);
  }
  process.env[STATES] = JSON.stringify(states);
}

/** What `signInListed` stored for this address, if it is one of them. */
export const listedState = (email: string): State | undefined =>
  JSON.parse(process.env[STATES] ?? '{}')[email];

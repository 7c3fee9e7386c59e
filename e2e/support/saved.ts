import type { Page, Response } from '@playwright/test';

/**
 * The response to the next server action, ignoring view beacons, which a page may send at any time.
 */
export const nextSaved = (page: Page): Promise<Response> =>
  page.waitForResponse((response) => 'next-action' in response.request().headers());

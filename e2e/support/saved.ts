import type { Page, Response } from '@playwright/test';

/** The response to the next server action; a page also posts what was seen on it, whenever it likes. */
export const nextSaved = (page: Page): Promise<Response> =>
  page.waitForResponse((response) => 'next-action' in response.request().headers());

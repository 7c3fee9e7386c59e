import type { Page, Response } from '@playwright/test';

/**
 * The response to the next write, by the page's scripts or, before they have loaded, by a form.
 * Ignores view beacons, which a page may send at any time.
 */
export const nextSaved = (page: Page): Promise<Response> =>
  page.waitForResponse((response) => {
    const request = response.request();
    if ('next-action' in request.headers()) return true;
    return request.method() === 'POST' && new URL(request.url()).pathname.startsWith('/do/');
  });

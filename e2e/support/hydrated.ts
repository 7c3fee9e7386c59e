import { expect, type Page } from '@playwright/test';

/** React has taken a control over that the server had rendered. */
export async function expectHydrated(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page
        .getByRole('button')
        .first()
        .evaluate((button) => Object.keys(button).some((key) => key.startsWith('__react'))),
    )
    .toBe(true);
}

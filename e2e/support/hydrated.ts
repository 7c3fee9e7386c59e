import { expect, type Page } from '@playwright/test';

/** Waits until React has hydrated a server-rendered control. */
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

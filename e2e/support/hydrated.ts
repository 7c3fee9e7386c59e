import { expect, type Page } from '@playwright/test';

/**
 * React has taken over every control that the server had rendered, in each part of the page, but
 * those in content that it leaves as it is.
 */
export async function expectHydrated(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.getByRole('button').evaluateAll(
        (buttons) =>
          buttons.length > 0 &&
          buttons.every((button) => {
            const element = button.closest('[data-server-content]') ?? button;
            return Object.keys(element).some((key) => key.startsWith('__react'));
          }),
      ),
    )
    .toBe(true);
}

import { expect, type Page } from '@playwright/test';

/** React has taken over every control that the server had rendered, in each part of the page. */
export async function expectHydrated(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page
        .getByRole('button')
        .evaluateAll(
          (buttons) =>
            buttons.length > 0 &&
            buttons.every((button) => Object.keys(button).some((key) => key.startsWith('__react'))),
        ),
    )
    .toBe(true);
}

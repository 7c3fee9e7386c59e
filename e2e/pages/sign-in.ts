import { expect, type Page } from '@playwright/test';

/** Signs in by an emailed link from the local mailbox of a site without a mail server. */
export class SignIn {
  constructor(readonly page: Page) {}

  /** Requests a link on the sign-in page. */
  async askForLink(email: string): Promise<void> {
    await this.page.getByLabel('E-mail address').fill(email);
    await this.page.getByRole('button', { name: 'Continue', exact: true }).click();
    await expect(this.page.getByRole('heading', { name: 'Check your mail' })).toBeVisible();
  }

  async openMail(email: string): Promise<void> {
    await this.page.getByRole('main').getByRole('link', { name: 'local mailbox' }).click();
    const mail = this.page
      .getByRole('listitem')
      .filter({ hasText: `to ${email}` })
      .first();
    await mail.getByRole('link').first().click();
    await expect(this.page.getByRole('heading', { name: /^Sign in to/ })).toBeVisible();
  }

  /** Confirms on the page behind the link, which asks a new address for a handle. */
  async confirm(handle?: string): Promise<void> {
    const main = this.page.getByRole('main');
    const field = main.getByLabel('Handle');
    if (handle && (await field.isVisible())) await field.fill(handle);
    await main.getByRole('button', { name: /^(Sign in|Create account)$/ }).click();
  }

  /** Chooses a handle on the page after other sign-in methods, or after a taken handle. */
  async pickHandle(handle: string): Promise<void> {
    await this.page.getByLabel('Handle').fill(handle);
    await this.page.getByRole('button', { name: 'Choose handle' }).click();
  }

  /** Does all of it, from the sign-in page back to the start. */
  async signUp(handle: string): Promise<void> {
    const email = `${handle}@example.org`;
    await this.askForLink(email);
    await this.openMail(email);
    await this.confirm(handle);
    await expect(this.account(handle)).toBeVisible();
  }

  account(handle: string) {
    return this.page.getByRole('button', { name: `Account of ${handle}` });
  }
}

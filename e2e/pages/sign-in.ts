import { expect, type Page } from '@playwright/test';

/** Signing in by a mailed link that lands in the mailbox of a site without a mail server. */
export class SignIn {
  constructor(readonly page: Page) {}

  /** From the sign-in page; the mail says where to go on. */
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

  /** On the page behind the link, which asks a new address for a handle. */
  async confirm(handle?: string): Promise<void> {
    const main = this.page.getByRole('main');
    const field = main.getByLabel('Handle');
    if (handle && (await field.isVisible())) await field.fill(handle);
    await main.getByRole('button', { name: /^(Sign in|Create account)$/ }).click();
  }

  /** On the page that follows other ways of signing in, or a handle that is taken. */
  async pickHandle(handle: string): Promise<void> {
    await this.page.getByLabel('Handle').fill(handle);
    await this.page.getByRole('button', { name: 'Choose handle' }).click();
  }

  /** All of it, from the sign-in page to where one came from. */
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

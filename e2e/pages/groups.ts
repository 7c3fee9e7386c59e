import { expect, type Page } from '@playwright/test';

/** A user's groups: create, invite, join. */
export class Groups {
  constructor(readonly page: Page) {}

  /** Creates a group and returns the path of its page. */
  async make(name: string): Promise<string> {
    await this.page.goto('/groups');
    await this.page.getByLabel('Name').fill(name);
    await this.page.getByRole('button', { name: 'Make the group' }).click();
    await expect(this.page.getByRole('heading', { level: 1, name })).toBeVisible();
    return new URL(this.page.url()).pathname;
  }

  /** Creates an invitation to a group the user owns; returns its link. */
  async invite(path: string): Promise<string> {
    await this.page.goto(`${path}/manage`);
    await this.page.getByRole('button', { name: 'Make an invitation link' }).click();
    const link = this.page.getByRole('status').locator('code');
    await expect(link).toContainText('/g/join?token=');
    return (await link.textContent()) ?? '';
  }

  async join(link: string): Promise<void> {
    await this.page.goto(link);
    await this.page.getByRole('button', { name: 'Join the group' }).click();
  }

  row(title: string) {
    return this.page.getByRole('article').filter({ hasText: title });
  }
}

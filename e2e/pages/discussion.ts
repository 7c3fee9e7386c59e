import { expect, type Locator, type Page } from '@playwright/test';

export class Discussion {
  readonly section: Locator;
  readonly heading: Locator;

  constructor(readonly page: Page) {
    this.section = page.getByRole('region', { name: /^Discussion/ });
    this.heading = this.section.getByRole('heading', { level: 2 });
  }

  /** Comments that contain this text, not counting their replies. */
  comment(text: string | RegExp): Locator {
    return this.section.getByRole('article').filter({ hasText: text });
  }

  async write(markdown: string): Promise<void> {
    await this.section.getByRole('button', { name: 'Write a comment' }).click();
    await this.section.getByRole('textbox', { name: 'Your comment' }).fill(markdown);
  }

  async post(markdown: string): Promise<void> {
    await this.write(markdown);
    await this.section.getByRole('button', { name: 'Comment', exact: true }).click();
    await expect(this.section.getByRole('textbox')).toBeHidden();
  }

  async reply(to: Locator, markdown: string): Promise<void> {
    await to.getByRole('button', { name: 'Reply' }).click();
    await this.section.getByRole('textbox', { name: 'Your reply' }).fill(markdown);
    await this.section
      .getByRole('form', { name: 'Your reply' })
      .getByRole('button', { name: 'Reply' })
      .click();
  }

  async edit(comment: Locator, markdown: string): Promise<void> {
    await comment.getByRole('button', { name: 'Edit' }).click();
    await this.section.getByRole('textbox', { name: 'Edit your comment' }).fill(markdown);
    await this.section.getByRole('button', { name: 'Save' }).click();
  }

  async remove(comment: Locator): Promise<void> {
    await comment.getByRole('button', { name: 'Delete' }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  }
}

import { expect, type Locator, type Page } from '@playwright/test';

export class PaperPage {
  readonly title: Locator;
  readonly upvote: Locator;

  constructor(readonly page: Page) {
    this.title = page.getByRole('heading', { level: 1 });
    this.upvote = page
      .getByRole('main')
      .getByRole('button', { name: /^Upvote (?!the comment by ).*upvotes?$/ });
  }

  async open(slug: string): Promise<this> {
    await this.page.goto(`/papers/${slug}`);
    return this;
  }

  /** Returns the upvote count as the user sees it. */
  async upvotes(): Promise<number> {
    const name = await this.upvote.textContent();
    return Number(/(\d+) upvotes?$/.exec(name ?? '')?.[1]);
  }

  async expectUpvote(state: { pressed: boolean; count: number }): Promise<void> {
    await expect(this.upvote).toHaveAttribute('aria-pressed', String(state.pressed));
    await expect.poll(() => this.upvotes()).toBe(state.count);
  }
}

import type { Locator, Page } from '@playwright/test';

export class FeedPage {
  readonly papers: Locator;
  readonly titles: Locator;
  readonly next: Locator;
  readonly previous: Locator;

  constructor(readonly page: Page) {
    this.papers = page.getByRole('article');
    this.titles = this.papers.getByRole('heading', { level: 2 }).getByRole('link');
    this.next = page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Next' });
    this.previous = page
      .getByRole('navigation', { name: 'Pages' })
      .getByRole('link', { name: 'Previous' });
  }

  /** The paper's row, at any position on this page. */
  row(slug: string): Locator {
    return this.papers.filter({
      has: this.page.locator(`h2 a[href="/papers/${slug}"]`),
    });
  }

  /** Returns the addresses of this page's papers in order. */
  addresses(): Promise<string[]> {
    return this.titles.evaluateAll((links) =>
      links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
    );
  }

  tab(name: 'Trending' | 'New' | 'Topics'): Locator {
    return this.#feeds.getByRole('link', { name });
  }

  /** Opens the header's menu of periods and follows a link. */
  async goTo(name: 'Daily' | 'Weekly' | 'Monthly' | 'Most discussed'): Promise<void> {
    await this.#feeds.getByText('Top', { exact: true }).click();
    await this.#feeds.getByRole('link', { name }).click();
  }

  get #feeds(): Locator {
    return this.page.getByRole('navigation', { name: 'Feeds' });
  }
}

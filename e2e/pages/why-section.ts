import type { Locator, Page } from '@playwright/test';

export class WhySection {
  readonly section: Locator;
  readonly parts: Locator;
  readonly ranking: Locator;
  readonly overTime: Locator;

  constructor(readonly page: Page) {
    this.section = page.getByRole('region', { name: 'Why is this here?' });
    this.parts = this.section.getByRole('table', { name: 'What its score is calculated from' });
    this.ranking = this.section.getByRole('link', { name: 'How papers are ranked' });
    this.overTime = this.section.getByText('Upvotes over time as a table');
  }

  /** Returns the figures of a column of the score table, "< 1" as 0. */
  async column(n: 1 | 2 | 3): Promise<number[]> {
    const texts = await this.parts.locator(`tbody td:nth-of-type(${n})`).allTextContents();
    return texts.map((text) => Number.parseFloat(text.replace(/,|^<.*/g, '') || '0'));
  }
}

export const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0);

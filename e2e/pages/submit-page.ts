import type { Page } from '@playwright/test';

export class SubmitPage {
  constructor(readonly page: Page) {}

  get field() {
    return this.page.getByLabel('arXiv identifier or address');
  }

  async open(): Promise<this> {
    await this.page.goto('/submit');
    return this;
  }

  async lookUp(text: string): Promise<void> {
    await this.field.fill(text);
    await this.page.getByRole('button', { name: 'Look it up' }).click();
  }

  confirm(name = 'Submit this paper') {
    return this.page.getByRole('button', { name });
  }
}

import type { Page } from '@playwright/test';

export class SubmitPage {
  constructor(readonly page: Page) {}

  get field() {
    return this.page.getByLabel('Identifier or address');
  }

  async open(): Promise<this> {
    await this.page.goto('/submit');
    return this;
  }

  async lookUp(text: string): Promise<void> {
    await this.field.fill(text);
    await this.page.getByRole('button', { name: 'Look up' }).click();
  }

  /** Fills in fields; the others keep their values. */
  async type(fields: Record<string, string>): Promise<void> {
    for (const [label, text] of Object.entries(fields)) {
      await this.page.getByLabel(label, { exact: true }).fill(text);
    }
  }

  /** Unfolds code, project, organization, picture and comment. */
  async openExtras(): Promise<void> {
    await this.page.getByText('Code, project, organization, picture').click();
  }

  confirm(name = 'Submit this paper') {
    return this.page.getByRole('button', { name });
  }
}

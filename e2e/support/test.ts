import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';

/** Problems that fail any journey; `allow` exempts those a journey causes, such as a 404. */
export class Problems {
  private readonly found: string[] = [];
  private readonly allowed: RegExp[] = [];
  private readonly origins = new Set<string>();

  allow(...patterns: RegExp[]): void {
    this.allowed.push(...patterns);
  }

  allowOrigin(url: string): void {
    this.origins.add(new URL(url).origin);
  }

  list(): string[] {
    return this.found.filter((line) => !this.allowed.some((pattern) => pattern.test(line)));
  }

  watch(page: Page, siteUrl: string): void {
    const ours = (url: string) => !url.startsWith('http') || new URL(url).origin === siteUrl;
    const known = (url: string) => ours(url) || this.origins.has(new URL(url).origin);
    page.on('pageerror', (error) => {
      if (ours(page.url())) this.found.push(`page error: ${error.message}`);
    });
    page.on('console', (message) => {
      if (message.type() !== 'error' || !ours(page.url())) return;
      this.found.push(`console: ${message.text()} (${message.location().url})`);
    });
    page.on('request', (request) => {
      const url = request.url();
      // Requests of the OpenID provider's own pages are not checked.
      const fromProvider = !request.isNavigationRequest() && !ours(page.url());
      if (!known(url) && !fromProvider) this.found.push(`request to another origin: ${url}`);
    });
  }
}

function tellViolations(): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error(`policy violation: ${event.effectiveDirective} ${event.blockedURI}`);
  });
}

/** Contexts whose pages already report violations; some serve several tests. */
const reporting = new WeakSet<BrowserContext>();

type Fixtures = { problems: Problems; siteUrl: string };

export const test = base.extend<Fixtures>({
  siteUrl: async ({ baseURL }, use) => {
    if (!baseURL) throw new Error('The site was not started');
    await use(new URL(baseURL).origin);
  },

  problems: [
    async ({ context, siteUrl }, use) => {
      const problems = new Problems();
      const watch = (page: Page) => problems.watch(page, siteUrl);
      context.on('page', watch);
      if (!reporting.has(context)) await context.addInitScript(tellViolations);
      reporting.add(context);
      await use(problems);
      context.off('page', watch);
      expect(problems.list(), 'errors, policy violations, requests elsewhere').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

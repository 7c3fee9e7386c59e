import { expect, it } from 'vitest';
import { HEAL_SCRIPT, UPDATED_EVENT } from './heal-script';

type Field = { isConnected: boolean; value: string; matches: () => boolean };
type Heal = (force?: boolean) => Promise<string>;

/** One tab: documents that are loaded after each other and share its storage. */
class Tab {
  now = Date.UTC(2026, 6, 15);
  reloads = 0;
  offered = 0;
  private readonly kept = new Map<string, string>();

  /** Loads a page of build `build` from a site that serves `served`; null while it is down. */
  load(build: string, served: string | null, { storage = true } = {}) {
    const heard = new Map<string, (event: unknown) => void>();
    const page = {
      documentElement: { dataset: { build } },
      addEventListener: (name: string, hear: (event: unknown) => void) => heard.set(name, hear),
    };
    const window = {
      papertideHeal: undefined as Heal | undefined,
      addEventListener: page.addEventListener,
      dispatchEvent: ({ type }: Event) => {
        expect(type).toBe(UPDATED_EVENT);
        this.offered += 1;
      },
    };
    const parts = {
      window,
      document: page,
      location: { origin: 'https://site.test', reload: () => (this.reloads += 1) },
      sessionStorage: {
        getItem: (key: string) => {
          if (!storage) throw new Error('forbidden');
          return this.kept.get(key) ?? null;
        },
        setItem: (key: string, value: string) => this.kept.set(key, value),
      },
      fetch: async () => {
        if (served === null) throw new TypeError('no network');
        return { ok: true, json: async () => ({ build: served }) };
      },
      Date: { now: () => this.now },
    };
    new Function(...Object.keys(parts), HEAL_SCRIPT)(...Object.values(parts));
    const heal: Heal = (force) => window.papertideHeal?.(force) ?? Promise.resolve('missing');
    return {
      heal,
      type: (field: Field) => heard.get('input')?.({ target: field }),
      lack: (src: string) => heard.get('error')?.({ target: { tagName: 'SCRIPT', src } }),
    };
  }
}

const field = (value: string): Field => ({ value, isConnected: true, matches: () => true });

it('reloads a page of another build once, and never in a loop', async () => {
  const tab = new Tab();
  expect(await tab.load('old', 'new').heal()).toBe('reloading');
  for (const [build, served] of [
    ['old', 'new'],
    ['new', 'new'],
    ['new', 'old'],
  ] as const) {
    expect(await tab.load(build, served).heal()).toBe('failed');
  }
  tab.now += 3_600_000;
  expect(await tab.load('old', 'new').heal()).toBe('failed');
  expect(tab.reloads).toBe(1);
  expect(await tab.load('new', 'newer').heal()).toBe('reloading');
});

it('reloads once for calls that come together', async () => {
  const tab = new Tab();
  const page = tab.load('old', 'new');
  expect(await Promise.all([page.heal(), page.heal(true)])).toEqual(['reloading', 'reloading']);
  expect(tab.reloads).toBe(1);
});

it('stays on the page while the site is down, and where nothing can be kept', async () => {
  const tab = new Tab();
  expect(await tab.load('old', null).heal()).toBe('unreachable');
  expect(await tab.load('old', 'new', { storage: false }).heal()).toBe('unreachable');
  expect(tab.reloads).toBe(0);
});

it('offers a reload instead where text would be lost', async () => {
  const tab = new Tab();
  const page = tab.load('old', 'new');
  const typed = field('half a sentence');
  page.type(typed);
  expect(await page.heal()).toBe('typed');
  expect([tab.offered, tab.reloads]).toEqual([1, 0]);
  typed.isConnected = false;
  expect(await page.heal()).toBe('reloading');
});

it('reloads over text that its caller has kept', async () => {
  const page = new Tab().load('old', 'new');
  page.type(field('a draft'));
  expect(await page.heal(true)).toBe('reloading');
});

it.each([
  ['https://site.test/_next/static/chunks/1.js', 1],
  ['https://site.test/other.js', 0],
  ['https://elsewhere.test/_next/static/chunks/1.js', 0],
])('hears of a missing script %s', async (src, reloads) => {
  const tab = new Tab();
  tab.load('old', 'new').lack(src);
  await new Promise(setImmediate);
  expect(tab.reloads).toBe(reloads);
});

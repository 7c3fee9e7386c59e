import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Filters } from './types';

const storage = new Map<string, string>();
type Request = {
  method: string;
  body: unknown;
  answer: (response: Response) => void;
  fail: (error: Error) => void;
};
const answers: Request[] = [];
const window = new EventTarget();

type Store = typeof import('./store') & typeof import('./write');
let store: Store;

/** Opens a new tab. */
async function open({ signedIn }: { signedIn: boolean }): Promise<Store> {
  vi.resetModules();
  vi.stubGlobal('document', { cookie: signedIn ? 'papertide_hint=1' : '' });
  store = { ...(await import('./store')), ...(await import('./write')) };
  store.subscribeFilters(() => {});
  return store;
}

beforeEach(() => {
  storage.clear();
  answers.length = 0;
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
  vi.stubGlobal('removeEventListener', window.removeEventListener.bind(window));
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => storage.set(key, value),
    removeItem: (key: string) => storage.delete(key),
  });
  vi.stubGlobal(
    'fetch',
    (_path: string, { method = 'GET', body = 'null' }: { method?: string; body?: string }) =>
      new Promise<Response>((answer, fail) => {
        answers.push({ method, body: JSON.parse(body), answer, fail });
      }),
  );
});
afterEach(() => vi.unstubAllGlobals());

const soon = () => new Promise((wake) => setTimeout(wake, 5));
const hide = (id: number, on = true, refused = vi.fn()) => {
  store.setFilter({ kind: 'hidden', value: id, on }, refused);
  return refused;
};
const hidden = () => store.getFilterState().filters.hidden;
const none: Filters = { hidden: [], topic: [], word: [] };

async function answer(at: number, body: unknown, status = 200): Promise<void> {
  await soon();
  answers[at]?.answer(Response.json(body, { status }));
  await soon();
}

describe('of an account', () => {
  it('applies a filter at once, and reverts a refused one', async () => {
    await open({ signedIn: true });
    const refused = hide(7);
    expect(hidden()).toEqual([7]);
    expect(store.getFilterState().fresh.has('hidden 7')).toBe(true);
    await answer(0, { error: 'Too many.', code: 'conflict' }, 409);
    expect(hidden()).toEqual([]);
    expect(refused).toHaveBeenCalledWith({ ok: false, reason: 'conflict', message: 'Too many.' });
    await open({ signedIn: true });
    expect(hidden()).toEqual([]);
  });

  it('applies on the next page before the server responds', async () => {
    await open({ signedIn: true });
    hide(7);
    await open({ signedIn: true });
    expect(hidden()).toEqual([7]);
    await open({ signedIn: false });
    expect(hidden()).toEqual([]);
  });

  it.each([
    { left: true, kept: '"hidden":[7]' },
    { left: false, kept: '"hidden":[]' },
  ])('keeps what was sent without a response only if the page is left: $left', async (given) => {
    await open({ signedIn: true });
    const refused = hide(7);
    await soon();
    answers[0]?.fail(new TypeError('Failed to fetch'));
    await Promise.resolve();
    if (given.left) window.dispatchEvent(new Event('pagehide'));
    await soon();
    expect(storage.get('papertide:filters')).toContain(given.kept);
    expect(refused).toHaveBeenCalledTimes(given.left ? 0 : 1);
  });

  it('sends changes in order, and the last one wins', async () => {
    await open({ signedIn: true });
    const first = hide(7);
    hide(7, false);
    await soon();
    expect(answers).toHaveLength(1);
    await answer(0, { error: 'unavailable' }, 503);
    expect(hidden()).toEqual([]);
    expect(first).not.toHaveBeenCalled();
    await answer(1, {});
    expect(answers.map(({ body }) => (body as { on: boolean }).on)).toEqual([true, false]);
    expect(hidden()).toEqual([]);
  });

  it('ignores responses that a change has overtaken', async () => {
    await open({ signedIn: true });
    const loaded = store.loadFilters();
    await soon();
    hide(7);
    await answer(1, {});
    await answer(0, none);
    expect(hidden()).toEqual([7]);
    expect(answers[2]?.method).toBe('GET');
    await answer(2, { ...none, hidden: [7, 3] });
    expect(await loaded).toMatchObject({ hidden: [7, 3] });
    expect(hidden()).toEqual([7, 3]);
  });

  it('ignores responses that a change in another tab has overtaken', async () => {
    const other = await open({ signedIn: true });
    await open({ signedIn: true });
    const loaded = store.loadFilters();
    await soon();
    other.setFilter({ kind: 'hidden', value: 7, on: true }, vi.fn());
    await answer(1, {});
    await answer(0, none);
    expect(other.getFilterState().filters.hidden).toEqual([7]);
    expect(storage.get('papertide:filters')).toContain('"hidden":[7]');
    await answer(2, { ...none, hidden: [7] });
    expect(await loaded).toMatchObject({ hidden: [7] });
  });

  it('resets the marks of a page on leaving it, not its filters', async () => {
    await open({ signedIn: true });
    hide(7);
    store.showFolded(true);
    store.leavePage();
    expect(store.getFilterState()).toMatchObject({ shown: false, filters: { hidden: [7] } });
    expect(store.getFilterState().fresh.size).toBe(0);
  });
});

describe('without an account', () => {
  it('stays in this browser without any request', async () => {
    await open({ signedIn: false });
    hide(7);
    store.setFilter({ kind: 'word', value: 'graph', on: true }, vi.fn());
    await open({ signedIn: false });
    expect(store.getFilterState().filters).toEqual({ hidden: [7], topic: [], word: ['graph'] });
    expect(answers).toEqual([]);
  });

  it('has a limit, and reports it', async () => {
    await open({ signedIn: false });
    for (let id = 1; id <= 500; id += 1) hide(id);
    const refused = hide(501);
    expect(refused).toHaveBeenCalledWith(expect.objectContaining({ reason: 'conflict' }));
    expect(hidden()).toHaveLength(500);
  });

  it('reports a browser without storage', async () => {
    vi.stubGlobal('localStorage', {
      getItem: () => null,
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    });
    await open({ signedIn: false });
    const refused = hide(7);
    expect(refused).toHaveBeenCalledWith(expect.objectContaining({ reason: 'unavailable' }));
    expect(hidden()).toEqual([]);
  });

  it('survives foreign values in storage', async () => {
    for (const text of ['[]', '"x"', 'null', '{', '{"hidden":{},"topic":1,"word":null}']) {
      storage.set('papertide:filters-here', text);
      await open({ signedIn: false });
      expect(store.getFilterState().filters, text).toEqual(none);
    }
  });
});

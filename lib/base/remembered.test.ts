import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import {
  forgetRemembered,
  noteAnnounced,
  remembered,
  rememberedAll,
  settleAnnounced,
} from './remembered';

let reads = 0;
const read = async () => ({ n: ++reads });

it('reads once until an invalidation', async () => {
  const first = await remembered('a', 'k', read);
  expect(await remembered('a', 'k', read)).toBe(first);
  expect(await remembered('b', 'k', read)).not.toBe(first);
  forgetRemembered();
  expect(await remembered('a', 'k', read)).not.toBe(first);
});

it('does not cache a read that an invalidation overtook', async () => {
  const late = remembered('a', 'late', async () => {
    forgetRemembered();
    return { n: -1 };
  });
  expect(await late).toEqual({ n: -1 });
  expect(await remembered('a', 'late', read)).not.toEqual({ n: -1 });
});

it('does not cache a miss', async () => {
  expect(await remembered('a', 'none', async () => null)).toBeNull();
  expect(await remembered('a', 'none', read)).not.toBeNull();
});

it('waits for what another call is reading, but not across an invalidation', async () => {
  const asked: string[][] = [];
  const answers: (() => void)[] = [];
  const list = (...keys: string[]) =>
    rememberedAll('concurrent', keys, async (unknown) => {
      asked.push(unknown);
      await new Promise<void>((answer) => answers.push(answer));
      return new Map(unknown.map((key) => [key, { key, n: asked.length }]));
    });
  const [first, second] = [list('a', 'b'), list('b', 'c')];
  for (const answer of answers) answer();
  expect([...(await first).keys()]).toEqual(['a', 'b']);
  expect((await second).get('b')).toBe((await first).get('b'));
  expect(asked).toEqual([['a', 'b'], ['c']]);
  const before = list('d');
  forgetRemembered();
  const after = list('d');
  for (const answer of answers) answer();
  expect((await after).get('d')).not.toBe((await before).get('d'));
  expect(asked).toEqual([['a', 'b'], ['c'], ['d'], ['d']]);
});

it('reads what another call failed to read or did not find', async () => {
  const failing = rememberedAll('failing', ['k'], async () => {
    await setImmediate();
    throw new Error('cut off');
  });
  const waiting = rememberedAll('failing', ['k'], async () => new Map([['k', { n: 1 }]]));
  await expect(failing).rejects.toThrow('cut off');
  expect((await waiting).get('k')).toEqual({ n: 1 });
  const missing = remembered('failing', 'none', () => setImmediate(null));
  const found = remembered('failing', 'none', async () => ({ n: 2 }));
  expect(await missing).toBeNull();
  expect(await found).toEqual({ n: 2 });
});

it('is cleared when a transaction with an invalidation commits, not by others', async () => {
  const first = await remembered('a', 'tx', read);
  settleAnnounced({});
  expect(await remembered('a', 'tx', read)).toBe(first);
  const tx = {};
  noteAnnounced(tx);
  settleAnnounced(tx);
  expect(await remembered('a', 'tx', read)).not.toBe(first);
});

it('reads several keys at once, only the unknown ones, and keeps at most so many bytes', async () => {
  const asked: string[][] = [];
  const list = (keys: string[]) =>
    rememberedAll(
      'sized',
      keys,
      async (unknown) => {
        asked.push(unknown);
        return new Map(unknown.filter((key) => key !== 'none').map((key) => [key, { key }]));
      },
      { size: { most: 20, of: () => 10 } },
    );
  expect([...(await list(['a', 'none'])).keys()]).toEqual(['a']);
  expect([...(await list(['a', 'b', 'none'])).keys()]).toEqual(['a', 'b']);
  await list(['c']);
  await list(['c', 'b', 'a']);
  expect(asked).toEqual([['a', 'none'], ['b', 'none'], ['c'], ['a']]);
  forgetRemembered();
  await list(['c']);
  expect(asked.at(-1)).toEqual(['c']);
});

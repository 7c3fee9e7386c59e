import { expect, it } from 'vitest';
import { forgetRemembered, noteAnnounced, remembered, settleAnnounced } from './remembered';

let reads = 0;
const read = async () => ({ n: ++reads });

it('reads once until something is invalidated', async () => {
  const first = await remembered('a', 'k', read);
  expect(await remembered('a', 'k', read)).toBe(first);
  expect(await remembered('b', 'k', read)).not.toBe(first);
  forgetRemembered();
  expect(await remembered('a', 'k', read)).not.toBe(first);
});

it('does not remember what was read before an invalidation and arrives after it', async () => {
  const late = remembered('a', 'late', async () => {
    forgetRemembered();
    return { n: -1 };
  });
  expect(await late).toEqual({ n: -1 });
  expect(await remembered('a', 'late', read)).not.toEqual({ n: -1 });
});

it('does not remember that there is nothing', async () => {
  expect(await remembered('a', 'none', async () => null)).toBeNull();
  expect(await remembered('a', 'none', read)).not.toBeNull();
});

it('forgets with the commit of a transaction that announced something, not with others', async () => {
  const first = await remembered('a', 'tx', read);
  settleAnnounced({});
  expect(await remembered('a', 'tx', read)).toBe(first);
  const tx = {};
  noteAnnounced(tx);
  settleAnnounced(tx);
  expect(await remembered('a', 'tx', read)).not.toBe(first);
});

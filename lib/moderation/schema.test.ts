import { expect, it } from 'vitest';
import { readerInput } from './schema';

const read = (handle: string) => readerInput.safeParse({ handle, reason: 'Because.' });

it('a user is identified by a possible handle, in any case', () => {
  expect(read(' Ada-L ').data?.handle).toBe('ada-l');
  for (const text of ['', 'ada\u0000', '%', 'a b', '\ud800', 'x'.repeat(31), '../ada']) {
    expect(read(text).success, JSON.stringify(text)).toBe(false);
  }
});

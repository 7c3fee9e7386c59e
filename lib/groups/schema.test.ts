import { expect, it } from 'vitest';
import { groupInput, memberInput } from './schema';

it.each(['Vision Lab', '日本語', '🙂🙂', 'C++', 'a\u200db c'])('%j is a valid name', (name) => {
  expect(groupInput.safeParse({ name }).success).toBe(true);
});

it.each(['\u200b\u200b', '\u2060 \u2060', 'a', 'a\nb', 'a\u0000b', '\u202eevil', 'x'.repeat(81)])(
  '%j is no valid name',
  (name) => {
    expect(groupInput.safeParse({ name }).success).toBe(false);
  },
);

it('a member is identified by a possible handle', () => {
  const read = (handle: string) => memberInput.safeParse({ slug: 'lab', handle });
  expect(read('Ada').data?.handle).toBe('ada');
  expect(read('ada\u0000').success).toBe(false);
});

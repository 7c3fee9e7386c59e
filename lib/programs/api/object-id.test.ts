import { describe, expect, it } from 'vitest';
import { authorId, objectId, personId, readAuthorId, readObjectId } from './object-id';

describe('ids of 24 digits', () => {
  it('are stable, have one kind, and can be parsed', () => {
    for (const id of [1, 42, 2 ** 31, Number.MAX_SAFE_INTEGER]) {
      const text = objectId('paper', id);
      expect(text).toMatch(/^[0-9a-f]{24}$/);
      expect(readObjectId('paper', text)).toBe(id);
      expect(readObjectId('comment', text)).toBeNull();
      expect(readAuthorId(authorId(id, 2_999))).toEqual({ paperId: id, position: 2_999 });
    }
    expect(personId('a')).toMatch(/^[0-9a-f]{24}$/);
    expect(personId('a')).not.toBe(personId('b'));
  });

  it.each([
    '',
    '42',
    objectId('paper', 1).toUpperCase().replace('0', 'G'),
    `70617065${'f'.repeat(16)}`,
  ])('are not %s', (text) => {
    expect(readObjectId('paper', text)).toBeNull();
    expect(readAuthorId(text)).toBeNull();
  });
});

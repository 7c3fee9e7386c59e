import { describe, expect, it } from 'vitest';
import { commentMarkdown } from './schema';

const accepts = (text: string): boolean => commentMarkdown.safeParse(text).success;

describe('the text of a comment', () => {
  it('has 10,000 code points at most', () => {
    expect(accepts('😀'.repeat(10_000))).toBe(true);
    expect(accepts('a'.repeat(10_001))).toBe(false);
    expect(accepts('😀'.repeat(10_001))).toBe(false);
  });

  it('says something', () => {
    expect(accepts('')).toBe(false);
    expect(accepts(' \n\t')).toBe(false);
  });

  it('can be stored as it is', () => {
    expect(accepts('right \u202eto left\u202c')).toBe(true);
    expect(commentMarkdown.parse(' a\r\n ')).toBe(' a\r\n ');
    expect(accepts('a\0b')).toBe(false);
    expect(accepts('\ud83d and no more')).toBe(false);
    expect(accepts('\ude00')).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { commentMarkdown } from './schema';

const accepts = (text: string): boolean => commentMarkdown.safeParse(text).success;

describe('the text of a comment', () => {
  it('has at most 10,000 code points', () => {
    expect(accepts('😀'.repeat(10_000))).toBe(true);
    expect(accepts('a'.repeat(10_001))).toBe(false);
    expect(accepts('😀'.repeat(10_001))).toBe(false);
  });

  it('is not empty', () => {
    expect(accepts('')).toBe(false);
    expect(accepts(' \n\t')).toBe(false);
  });

  it('loses its control characters, and is empty if nothing else is left', () => {
    expect(commentMarkdown.parse('right \u202eto left\u202c')).toBe('right to left');
    expect(commentMarkdown.parse('a\0b\tc')).toBe('ab\tc');
    expect(accepts('\0\u202e \uffff')).toBe(false);
  });

  it('can be stored unchanged', () => {
    expect(commentMarkdown.parse(' a\r\n ')).toBe(' a\n ');
    expect(accepts('\ud83d and no more')).toBe(false);
    expect(accepts('\ude00')).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { cleanText } from './clean-text';

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at));
const unwanted = [
  ...range(0, 8),
  ...range(0xb, 0xc),
  ...range(0xe, 0x1f),
  ...range(0x7f, 0x9f),
  ...range(0x202a, 0x202e),
  '\ufffe',
  '\uffff',
];

describe('cleanText', () => {
  it.each(unwanted.map((sign) => [(sign.codePointAt(0) ?? 0).toString(16), sign]))(
    'removes U+%s',
    (_, sign) => expect(cleanText(`a${sign}b${sign}`)).toBe('ab'),
  );

  it.each([
    ['tab\tand\nline', 'tab\tand\nline'],
    ['a\r\nb\rc', 'a\nb\nc'],
    [
      '\u2067שלום\u2069 and \u2066a\u2068b\u2069\u2069',
      '\u2067שלום\u2069 and \u2066a\u2068b\u2069\u2069',
    ],
    ['\u2067open', 'open'],
    ['shut\u2069', 'shut'],
    ['\u2066a\nb\u2069', 'a\nb'],
    ['a\u200db\u200fc\u00a0d 👩‍🔬 é', 'a\u200db\u200fc\u00a0d 👩‍🔬 é'],
  ])('%j becomes %j', (text, cleaned) => expect(cleanText(text)).toBe(cleaned));

  it('is idempotent and leaves no unwanted character', () => {
    const piece = fc.constantFrom('a', '\n', '\r', ...unwanted, ...range(0x2066, 0x2069));
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (one) => {
        const cleaned = cleanText(one);
        expect(cleanText(cleaned)).toBe(cleaned);
        expect(unwanted.some((sign) => cleaned.includes(sign))).toBe(false);
      }),
    );
  });
});

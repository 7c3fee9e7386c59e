import { describe, expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { parseLatex } from '@/lib/markup/latex';
import { tieMarks } from './tie-marks';

const shown = (text: string) =>
  tieMarks(parseLatex(text)).map((segment) =>
    segment.kind === 'formula' ? `<${segment.source}>${segment.marks ?? ''}` : segment.text,
  );

describe('punctuation after a formula', () => {
  it.each([
    ['with $b$, $c$ and $d$.', ['with ', '<b>,', ' ', '<c>', ' and ', '<d>.']],
    ['($a$), then', ['(', '<a>),', ' then']],
    ['$a$-stable', ['<a>', '-stable']],
    ['a, b', ['a, b']],
    ['90$x$% of', ['90', '<x>%', ' of']],
  ])('stays with it in %j', (text, parts) => {
    expect(shown(text)).toEqual(parts);
  });

  it('is neither lost nor doubled', () => {
    const piece = fc.constantFrom('$a$', '$b^2$', ',', '.', ' ', 'word', '**bold**', ')', '$$c$$');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const plain = parseLatex(text).map((one) =>
          one.kind === 'formula' ? `<${one.source}>` : one.text,
        );
        expect(shown(text).join('')).toBe(plain.join(''));
      }),
    );
  });
});

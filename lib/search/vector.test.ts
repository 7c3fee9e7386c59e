import { expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { readTerms, readVector } from './vector';

const lexeme = fc.constantFrom('a', 'ab', 'b', 'attent', 'model', "x''y", '2', "a ''b", 'é', 'a:1');
const places = fc
  .uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 4 })
  .chain((at) => fc.tuple(...at.map((n) => fc.constantFrom('A', 'B', 'C', '').map((w) => n + w))))
  .map((all) => all.join(','));
/** As Postgres prints a tsvector. */
const printed = fc
  .uniqueArray(fc.tuple(lexeme, places), { selector: ([name]) => name, maxLength: 8 })
  .map((all) => all.map(([name, at]) => `'${name}':${at}`).join(' '));

it('reads some terms as all of them are read', () => {
  fc.assert(
    fc.property(printed, fc.uniqueArray(lexeme), (text, wanted) => {
      const all = readVector(text).terms;
      const expected = wanted.filter((term) => all.has(term)).map((term) => [term, all.get(term)]);
      expect([...readTerms(text, wanted)]).toEqual(expected);
    }),
  );
});

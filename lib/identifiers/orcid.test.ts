import { expect, it } from 'vitest';
import { isProven, readOrcid } from './orcid';

const ORCID = '0000-0002-1825-0097';

it.each([ORCID, ` ${ORCID} `, `https://orcid.org/${ORCID}`, `http://www.orcid.org/${ORCID}`])(
  '%j is an iD',
  (text) => {
    expect(readOrcid(text)).toBe(ORCID);
  },
);

it('the last digit may be an X, in any case', () => {
  expect(readOrcid('0000-0002-1694-233x')).toBe('0000-0002-1694-233X');
});

it.each([
  '',
  null,
  '0000-0002-1825-0098',
  '0000-0002-1825',
  'https://example.org/0000-0002-1825-0097',
])('%j is no iD', (text) => {
  expect(readOrcid(text)).toBeNull();
});

it('proves only the same iD', () => {
  expect(isProven(ORCID, `https://orcid.org/${ORCID}`)).toBe(true);
  expect(isProven(ORCID, '0000-0001-5109-3700')).toBe(false);
  expect(isProven(null, null)).toBe(false);
  expect(isProven('x', 'x')).toBe(false);
});

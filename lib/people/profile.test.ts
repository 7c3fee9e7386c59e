import { describe, expect, it } from 'vitest';
import { profileProblems } from './problems';
import { parseOrcid, profileInput, webLink } from './schema';

const EMPTY = { name: '', bio: '', links: '', orcid: '' };

describe('a profile', () => {
  it('may be empty', () => {
    expect(profileInput.parse(EMPTY)).toEqual({ name: '', bio: '', links: [], orcid: null });
  });

  it('is stored normalized', () => {
    const typed = {
      name: '  Ada ❤️ Lovelace ',
      bio: 'First\u0000 line\r\n\u2066<script>alert(1)</script>\n',
      links: 'https://ada.example/a  example.org/ada\nhttps://ada.example/a',
      orcid: 'https://orcid.org/0000-0002-1694-233x',
    };
    expect(profileInput.parse(typed)).toEqual({
      name: 'Ada ❤️ Lovelace',
      bio: 'First line\n<script>alert(1)</script>',
      links: ['https://ada.example/a', 'https://example.org/ada'],
      orcid: '0000-0002-1694-233X',
    });
  });

  it.each([
    ['name', 'a'.repeat(81)],
    ['name', 'two\nlines'],
    ['name', 'ad\u202ea'],
    ['name', '\u0000'],
    ['name', '...'],
    ['bio', 'a'.repeat(501)],
    ['links', 'javascript:alert(1)'],
    ['links', 'data:text/html,x'],
    ['links', 'https://user:secret@example.org/'],
    ['links', `https://example.org/${'a'.repeat(200)}`],
    ['links', 'a.example b.example c.example d.example e.example f.example'],
    ['orcid', '0000-0002-1825-0098'],
    ['orcid', '1234'],
  ])('is refused with a message about its %s: %j', (field, text) => {
    expect(Object.keys(profileProblems({ ...EMPTY, [field]: text }))).toEqual([field]);
  });
});

it('accepts web addresses only, in one spelling', () => {
  expect(webLink('example.org')).toBe('https://example.org/');
  expect(webLink('HTTP://Example.ORG/"><b>')).toBe('http://example.org/%22%3E%3Cb%3E');
  for (const none of ['//', 'https://', 'ftp://example.org', 'localhost', 'mailto:a@example.org']) {
    expect(webLink(none), none).toBeNull();
  }
});

it('an ORCID iD has the check digit of its digits', () => {
  for (const id of ['0000-0002-1825-0097', '0000-0001-5109-3700', '0000-0002-1694-233X']) {
    expect(parseOrcid(id)).toBe(id);
  }
  expect(parseOrcid('0000-0002-1694-2330')).toBeNull();
});

import { describe, expect, it } from 'vitest';
import { readAclAnthology } from './acl-anthology';
import { parseAuthors } from './authors';
import { readBiorxiv } from './biorxiv';
import { biorxivText } from './biorxiv-text';
import { readCrossref } from './crossref';
import { readOpenReview } from './openreview';

const crossref = (facts: object) =>
  readCrossref({ message: { DOI: '10.5555/x', title: ['A title'], ...facts } }, '10.5555/x').record;
const issued = (...parts: (number | null)[]) => ({ issued: { 'date-parts': [parts] } });

describe('a work of Crossref', () => {
  it.each<[string, object, object]>([
    ['without a date', issued(null), { title: 'A title', publishedAt: null }],
    [
      'without a title',
      { title: [], ...issued(2024, 5, 6) },
      { title: null, publishedAt: '2024-05-06T00:00:00.000Z' },
    ],
    ['without both', { title: null }, { title: null, publishedAt: null }],
    [
      'with odd fields',
      { title: ['T', null], subtitle: 'x', author: 7, volume: 3 },
      { title: 'T', authors: [] },
    ],
  ])('%s is parsed as far as possible', (_, facts, expected) => {
    expect(crossref(facts)).toMatchObject(expected);
  });

  it.each<[(number | null)[], string]>([
    [[2024, 0, 0], '2024-01-01'],
    [[2024, 5, 0], '2024-05-01'],
    [[2024, 13, 45], '2024-01-01'],
    [[2024, 2, 31], '2024-02-01'],
    [[2024, 2, 29], '2024-02-29'],
    [[2024, null], '2024-01-01'],
    [[1665, 3], '1665-03-01'],
  ])('of %j is from %s', (parts, day) => {
    expect(crossref(issued(...parts)).publishedAt).toBe(`${day}T00:00:00.000Z`);
  });

  it('uses a year alone only without a day within it', () => {
    const online = { 'published-online': { 'date-parts': [[2024, 5, 6]] } };
    expect(crossref({ ...issued(2024), ...online }).publishedAt).toMatch(/^2024-05-06/);
    expect(crossref({ ...issued(2023), ...online }).publishedAt).toMatch(/^2023-01-01/);
  });

  it('has authors as printed', () => {
    const author = [
      { given: '明', family: '王' },
      { given: 'Xiao Ming', family: 'Wang' },
      { name: '王小明' },
      { given: 'John', family: 'Smith', suffix: 'Jr.' },
      { given: 'John, III', family: 'Smith' },
      { name: 'The X and Y Collaborations' },
      { given: 'J<sub>1</sub>', family: 'Doe' },
    ];
    expect(crossref({ author }).authors).toEqual([
      '王明',
      'Xiao Ming Wang',
      '王小明',
      'John Smith Jr.',
      'John Smith III',
      'The X and Y Collaborations',
      'J₁ Doe',
    ]);
  });
});

describe('a note of OpenReview', () => {
  const note = (facts: object, content: object = {}) =>
    readOpenReview(
      { notes: [{ id: 'n', cdate: 1735787045000, content: { title: 'T', ...content }, ...facts }] },
      'n',
    )?.record;

  it('has authors that are objects, and shows no e-mail address', () => {
    const authors = [
      { fullname: 'First Last', username: '~First_Last1' },
      { fullname: 'Custom Author', username: 'custom@example.org' },
      { username: '~Only_Id2' },
      { username: 'only@example.org' },
      'Plain Name3',
      'mail@example.org',
      7,
    ];
    const expected = ['First Last', 'Custom Author', 'Only Id', 'Plain Name'];
    expect(note({}, { authors: { value: authors } })?.authors).toEqual(expected);
    expect(note({}, { authors })?.authors).toEqual(expected);
  });

  it.each<[boolean, object, object]>([
    [false, { invitation: 'ICLR.cc/2020/Conference/-/Blind_Submission' }, {}],
    [true, { invitation: 'ICLR.cc/2020/Conference/-/Withdrawn_Submission' }, {}],
    [true, { invitation: 'ICLR.cc/2020/Conference/-/Desk_Rejected_Submission' }, {}],
    [true, { invitations: ['X.cc/2026/-/Submission', 'X.cc/2026/-/Desk_Rejected_Submission'] }, {}],
    [true, {}, { venueid: { value: 'X.cc/2026/Conference/Withdrawn_Submission' } }],
    [true, {}, { venueid: { value: 'X.cc/2026/Conference/Desk_Rejected_Submission' } }],
    [true, {}, { venue: 'ICLR 2021 Conference Desk Rejected Submission' }],
    [true, {}, { withdrawal: 'Confirmed' }],
    [true, { ddate: 1735787045001 }, {}],
    [false, {}, { venueid: { value: 'X.cc/2026/Conference/Rejected_Submission' } }],
  ])('is withdrawn: %s of %j %j', (withdrawn, facts, content) => {
    expect(note(facts, content)?.withdrawn).toBe(withdrawn);
  });

  it('without a date is accepted', () => {
    expect(note({ cdate: null })).toMatchObject({ title: 'T', publishedAt: null });
  });
});

describe('a preprint of bioRxiv', () => {
  it.each<[string, string]>([
    ['AO_SCPLOWBSTRACTC_SCPLOWResistant pathogens.', 'Resistant pathogens.'],
    [
      'O_ST_ABSBackgroundC_ST_ABSWe ask. O_ST_ABSMethodsC_ST_ABSWe do.',
      'Background\n\nWe ask.\n\nMethods\n\nWe do.',
    ],
    ['O_ST_ABSAbstractC_ST_ABSWe ask if p < 0.05 and n > 3.', 'We ask if p < 0.05 and n > 3.'],
    [
      'Points: O_LIFirst pointC_LIO_LISecond pointC_LI',
      'Points:\n\n• First point\n\n• Second point',
    ],
    [
      'End. O_FIG O_LINKSMALLFIG WIDTH=200 SRC="F/x.gif" ALT="Figure 1"> View larger version (25K): org.highwire.dtl.DTLVardef@1a_HPS_FORMAT_FIGEXP  M_FIG C_FIG',
      'End.',
    ],
    ['The O_SCPLOWDNAC_SCPLOW of O_INLINEFIGx.gifC_INLINEFIG mice', 'The DNA of mice'],
    ['See O_TBL View this table: org.highwire.dtl.DTLVardef@2b C_TBL here', 'See here'],
    ['We use CO_2 and O_2 at pH 7.', 'We use CO_2 and O_2 at pH 7.'],
  ])('%j', (source, text) => {
    expect(biorxivText(source)).toBe(text);
  });

  it('keeps suffixes and groups in its list of authors', () => {
    const collection = [
      {
        doi: '10.1101/x',
        title: 'T',
        date: '2025-00-00',
        authors: 'Smith, J. A., Jr.; Doe, J. III; 王, 明; The X and Y Consortium',
      },
    ];
    expect(readBiorxiv({ collection }, 'biorxiv', '10.1101/x')?.record).toMatchObject({
      authors: ['J. A. Smith Jr.', 'J. Doe III', '王明', 'The X and Y Consortium'],
      publishedAt: '2025-01-01T00:00:00.000Z',
    });
  });
});

it('a record of the ACL Anthology keeps the certain part of its date', () => {
  const mods = (date: string) =>
    `<modsCollection><mods><titleInfo><title>T</title></titleInfo><originInfo><dateIssued>${date}</dateIssued></originInfo></mods></modsCollection>`;
  expect(readAclAnthology(mods('2020-00'), 'x').record.publishedAt).toBe(
    '2020-01-01T00:00:00.000Z',
  );
  expect(readAclAnthology(mods('soon'), 'x').record).toMatchObject({
    title: 'T',
    publishedAt: null,
  });
});

it.each<[string, string[]]>([
  ['The X and Y Collaborations: C. Dee', ['The X and Y Collaborations', 'C. Dee']],
  ['A. Foo and the ATLAS and CMS Collaborations', ['A. Foo', 'the ATLAS and CMS Collaborations']],
  ['ATLAS and CMS Collaborations', ['ATLAS and CMS Collaborations']],
  [
    'The LIGO Scientific Collaboration and the Virgo Collaboration',
    ['The LIGO Scientific Collaboration', 'the Virgo Collaboration'],
  ],
  [
    'The LIGO Scientific, Virgo and KAGRA Collaborations',
    ['The LIGO Scientific, Virgo and KAGRA Collaborations'],
  ],
  ['A.B.Hanson, J. Doe, Jr. and K. Roe III', ['A.B. Hanson', 'J. Doe Jr.', 'K. Roe III']],
])('authors %j', (text, names) => {
  expect(parseAuthors(text)).toEqual(names);
});

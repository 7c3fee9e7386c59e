import { describe, expect, it } from 'vitest';
import { parseAtomEntry } from './arxiv-atom';
import { parseDailyItem } from './hf-daily';
import { parseJsonPaper } from './json-lines';
import { parseOaiPage, parseOaiRecord } from './oai-raw';
import type { PaperRecord, Parsed } from './types';

const record = (parsed: Parsed): PaperRecord => {
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.record;
};
const reason = (parsed: Parsed): string => (parsed.ok ? 'it went in' : parsed.reason);

const entry = (inner: string, id = 'http://arxiv.org/abs/2201.04388v2') => `<entry>
  <id>${id}</id><title>A &lt;title&gt;\n of $L^2$ &amp; more</title>
  <updated>2022-03-01T00:00:00Z</updated><published>2022-01-12T10:00:00Z</published>
  <summary>  First\nline.\n  Second &#233;.</summary>
  <category term="cs.LG"/><category term="cs.CV"/><category term="65N21; 35Q30"/>
  <arxiv:primary_category term="cs.CV"/>
  <author><name>Ada Lovelace</name><arxiv:affiliation>X</arxiv:affiliation></author>
  <author><name>Michaël G\\'erard</name></author>${inner}</entry>`;

describe('an entry of the arXiv API', () => {
  it('is parsed, with its primary category first and its text folded', () => {
    const inner = '<arxiv:doi>10.1/x</arxiv:doi><arxiv:journal_ref>J. 1</arxiv:journal_ref>';
    expect(
      record(parseAtomEntry(entry(`${inner}<arxiv:comment>3 pages</arxiv:comment>`))),
    ).toMatchObject({
      source: 'arxiv',
      externalId: '2201.04388',
      version: 2,
      title: 'A <title> of $L^2$ & more',
      abstract: 'First line.\n\nSecond é.',
      authors: ['Ada Lovelace', 'Michaël Gérard'],
      publishedAt: '2022-01-12T10:00:00.000Z',
      revisedAt: '2022-03-01T00:00:00.000Z',
      categories: ['cs.CV', 'cs.LG'],
      doi: '10.1/x',
      journalRef: 'J. 1',
      note: '3 pages',
      withdrawn: false,
      listing: null,
    });
  });

  it('can be an error, an unknown identifier, or broken', () => {
    const error =
      '<entry><id>https://arxiv.org/api/errors#x</id><title>Error</title><summary>incorrect id format for abc</summary></entry>';
    expect(reason(parseAtomEntry(error))).toBe('arXiv answers: incorrect id format for abc');
    expect(reason(parseAtomEntry(entry('', 'http://arxiv.org/abs/nothing')))).toBe(
      'no arXiv identifier',
    );
    expect(reason(parseAtomEntry('<entry><id>x</title></entry>'))).toMatch(/^broken XML/);
    expect(reason(parseAtomEntry(entry('&#0;'.repeat(1)).replace('First', '&#0;First')))).toMatch(
      /NUL/,
    );
    expect(reason(parseAtomEntry(`<!DOCTYPE x [<!ENTITY e "boom">]>${entry('')}`))).toMatch(
      /document type/,
    );
    expect(reason(parseAtomEntry(entry('').replace(/<published>.*?<\/published>/, '')))).toMatch(
      /date/,
    );
  });

  it('leaves entities that XML does not know as text', () => {
    expect(record(parseAtomEntry(entry('').replace('more', '&eacute;&boom;'))).title).toContain(
      '&eacute;&boom;',
    );
  });

  it.each([
    ['This paper has been withdrawn by the authors', true],
    ['withdrawn', true],
    ['12 pages; replaces a withdrawn paper', false],
    ['The earlier version was withdrawn, this one is right', false],
    ['12 pages', false],
  ])('with the comment %j is withdrawn: %s', (comment, withdrawn) => {
    const parsed = parseAtomEntry(entry(`<arxiv:comment>${comment}</arxiv:comment>`));
    expect(record(parsed).withdrawn).toBe(withdrawn);
  });
});

const raw = (inner: string) => `<record><header><identifier>oai:arXiv.org:1711.07042</identifier>
  </header><metadata><arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><id>1711.07042</id>
  <title>T</title><authors>A. Foo (1), B. Bar ((1) X)</authors><categories>cs.LG stat.ML</categories>
  <abstract>  Text.\n</abstract>${inner}</arXivRaw></metadata></record>`;
const version = (n: number, size: string, day = n) =>
  `<version version="v${n}"><date>Thu, ${day} Oct 2019 18:09:07 GMT</date><size>${size}</size></version>`;

describe('a record of OAI-PMH', () => {
  it('is its newest version by number, not by position', () => {
    const versions = [version(1, '8kb'), version(10, '9kb'), version(11, '9kb'), version(2, '8kb')];
    expect(record(parseOaiRecord(raw(versions.join(''))))).toMatchObject({
      externalId: '1711.07042',
      version: 11,
      publishedAt: '2019-10-01T18:09:07.000Z',
      revisedAt: '2019-10-11T18:09:07.000Z',
      authors: ['A. Foo', 'B. Bar'],
      categories: ['cs.LG', 'stat.ML'],
      withdrawn: false,
    });
  });

  it('is withdrawn if it says so and its newest version is empty', () => {
    const note = '<comments>This paper has been withdrawn</comments>';
    const withdrawn = (inner: string) => record(parseOaiRecord(raw(inner))).withdrawn;
    expect(withdrawn(version(1, '8kb') + version(2, '0kb') + note)).toBe(true);
    expect(withdrawn(version(1, '0kb') + version(2, '8kb') + note)).toBe(false);
    expect(withdrawn(version(1, '8kb') + version(2, '0kb'))).toBe(false);
  });

  it('can be deleted, or of another format', () => {
    const deleted =
      '<record><header status="deleted"><identifier>oai:arXiv.org:1711.07042</identifier></header></record>';
    expect(parseOaiRecord(deleted)).toMatchObject({
      ok: false,
      id: '1711.07042',
      reason: 'deleted at the source',
    });
    expect(reason(parseOaiRecord('<record><header/><metadata><dc/></metadata></record>'))).toMatch(
      /arXivRaw/,
    );
    expect(reason(parseOaiRecord(raw('')))).toMatch(/date/);
  });

  it('is on a page with a resumption token or an error', () => {
    const page = (inner: string) =>
      parseOaiPage(`<?xml version="1.0"?><OAI-PMH>${inner}</OAI-PMH>`);
    const list =
      '<responseDate>2019-11-05T14:25:40Z</responseDate><ListRecords><resumptionToken ' +
      'expirationDate="2019-11-06T00:00:00Z" completeListSize="2525">a|1001</resumptionToken></ListRecords>';
    expect(page(list)).toEqual({
      resumptionToken: 'a|1001',
      expires: '2019-11-06T00:00:00.000Z',
      day: '2019-11-05',
      total: 2525,
      error: null,
    });
    expect(page('<ListRecords><resumptionToken/></ListRecords>').resumptionToken).toBeNull();
    expect(page('<error code="noRecordsMatch">none</error>').error).toEqual({
      code: 'noRecordsMatch',
      message: 'none',
    });
  });
});

const daily = (paper: object = {}, outer: object = {}) => ({
  title: 'T',
  paper: {
    id: '2607.28624',
    title: 'T',
    summary: 'Abstract.',
    authors: [{ name: 'Ada', hidden: false }],
    publishedAt: '2026-07-30T00:00:00.000Z',
    submittedOnDailyAt: '2026-07-31T03:04:05.000Z',
    upvotes: 145,
    ...paper,
  },
  numComments: 3,
  ...outer,
});

describe('an entry of a daily list', () => {
  it('is a paper without a version, with its listing', () => {
    const paper = {
      ai_summary: 'Short.',
      ai_summary_model: 'Some/Model',
      ai_keywords: ['a', 'b', 'a'],
      githubRepo: 'https://github.com/x/y',
      githubStars: 2,
      projectPage: 'javascript:alert(1)',
      organization: { name: 'Lab-X', fullname: 'Laboratory X' },
      mediaUrls: ['https://cdn.example.org/a.mp4', 'data:text/html,x'],
      submittedOnDailyBy: { fullname: 'Grace', name: 'grace' },
    };
    expect(record(parseDailyItem(daily(paper)))).toMatchObject({
      version: null,
      abstract: 'Abstract.',
      summary: 'Short.',
      summaryBy: 'Some/Model',
      keywords: ['a', 'b'],
      codeUrl: 'https://github.com/x/y',
      codeStars: 2,
      projectUrl: null,
      organization: { slug: 'lab-x', name: 'Laboratory X' },
      mediaUrls: ['https://cdn.example.org/a.mp4'],
      withdrawn: null,
      listing: {
        site: 'huggingface.co',
        day: '2026-07-31',
        at: '2026-07-31T03:04:05.000Z',
        upvotes: 145,
        comments: 3,
        submitter: 'Grace',
      },
    });
  });

  it('is accepted without optional or malformed fields', () => {
    const odd = {
      upvotes: 'many',
      githubStars: null,
      organization: 'X',
      ai_keywords: {},
      authors: null,
    };
    const read = record(parseDailyItem(daily(odd, { numComments: null })));
    expect(read).toMatchObject({ authors: [], summary: null, summaryBy: null, organization: null });
    expect(read.listing).toMatchObject({ upvotes: 0, comments: 0, submitter: null });
    expect(record(parseDailyItem(daily({ submittedOnDailyAt: undefined }))).listing).toBeNull();
    expect(record(parseDailyItem(daily({ withdrawnAt: '2026-08-01' }))).withdrawn).toBe(true);
  });

  it.each([
    ['no identifier', daily({ id: undefined }), /paper\.id/],
    ['an unknown one', daily({ id: 'x' }), /no arXiv identifier/],
    ['no title', daily({ title: '' }, { title: '' }), /title/],
    ['a NUL', daily({ title: 'a\0b' }), /NUL/],
    ['half a character', daily({ summary: 'a\ud800' }), /half a character/],
    ['a title without an end', daily({ title: 'x'.repeat(1_001) }), /title/],
  ])('is refused with %s', (_, item, why) => {
    expect(reason(parseDailyItem(item))).toMatch(why);
  });
});

describe('a JSON object', () => {
  it('is a paper with the documented names', () => {
    const paper = {
      id: 'arXiv:2201.04388v3',
      title: 'T',
      abstract: 'A',
      authors: ['Ada', { name: 'Grace' }],
      published: '2022-01-12',
      categories: ['cs.CV'],
      links: { code: 'https://github.com/x/y', project: 'https://x.example.org' },
    };
    expect(record(parseJsonPaper(paper))).toMatchObject({
      externalId: '2201.04388',
      version: 3,
      authors: ['Ada', 'Grace'],
      publishedAt: '2022-01-12T00:00:00.000Z',
      categories: ['cs.CV'],
      codeUrl: 'https://github.com/x/y',
      projectUrl: 'https://x.example.org/',
    });
  });

  it("can be a line of arXiv's own bulk file", () => {
    const paper = {
      id: '0704.0001',
      authors: "C. Bal\\'azs, E. L. Berger and C.-P. Yuan",
      title: 'T\n  t',
      comments: '37 pages',
      'journal-ref': 'Phys.Rev.D76',
      doi: '10.1103/x',
      categories: 'hep-ph hep-th',
      abstract: '  A\n',
      versions: [
        { version: 'v1', created: 'Mon, 2 Apr 2007 19:18:42 GMT' },
        { version: 'v2', created: 'Tue, 24 Jul 2007 20:10:27 GMT' },
      ],
      update_date: '2008-11-26',
    };
    expect(record(parseJsonPaper(paper))).toMatchObject({
      version: 2,
      authors: ['C. Balázs', 'E. L. Berger', 'C.-P. Yuan'],
      note: '37 pages',
      journalRef: 'Phys.Rev.D76',
      publishedAt: '2007-04-02T19:18:42.000Z',
      revisedAt: '2007-07-24T20:10:27.000Z',
      categories: ['hep-ph', 'hep-th'],
    });
  });

  it.each([
    ['Jan 12, 2022', '2201.04388', '2022-01-12'],
    ['Oct 16', '2510.14830', '2025-10-16'],
    ['Dec 30', '2401.00001', '2023-12-30'],
    [null, '2401.00001', '2024-01-01'],
    ['2024-01-05T10:00:00+02:00', '2401.00001', '2024-01-05'],
  ])('dated %j as %s is from %s, in every time zone', (date, id, day) => {
    expect(record(parseJsonPaper({ id, title: 'T', date })).publishedAt.slice(0, 10)).toBe(day);
  });

  it('can be from another source that it names', () => {
    const paper = { id: '2020.acl-main.1', title: 'T', published: '2020-07-01' };
    expect(reason(parseJsonPaper(paper))).toMatch(/source/);
    expect(record(parseJsonPaper({ ...paper, source: 'acl' }))).toMatchObject({
      source: 'acl',
      externalId: '2020.acl-main.1',
    });
  });

  it.each([[null], [[]], [42], ['x'], [{}], [{ id: '2201.04388' }], [{ id: 7, title: 'T' }]])(
    '%j is refused with a reason',
    (value) => {
      expect(reason(parseJsonPaper(value))).not.toBe('it went in');
    },
  );
});

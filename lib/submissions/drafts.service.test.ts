import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper, createUser } from '@/db/testing/factories';
import { type ArxivStandIn, startArxiv } from '@/e2e/stand-ins/arxiv';
import { type SourcesStandIn, startSources } from '@/e2e/stand-ins/sources';
import type { Context } from '@/lib/auth/types';
import { forgetEnv } from '@/lib/env';
import { approveSubmission, refuseSubmission } from '@/lib/reviews/service';
import { getDraft, getOwnSubmissions, listWaitingSubmissions } from './data';
import { sendInput } from './schema';
import { completeSubmission, dropSubmission, openDraft, sendDraft, submitPaper } from './service';

useTestDatabase();

let arxiv: ArxivStandIn;
let sources: SourcesStandIn;
let folder: string;
const rules = [
  'SUBMIT_BY',
  'SUBMIT_ACCOUNT_DAYS',
  'SUBMIT_MAIL_DOMAINS',
  'SUBMIT_OLDEST_DAYS',
  'SUBMIT_REVIEW_FIRST',
  'RATE_LIMIT_SUBMISSION',
];
const set = (values: Record<string, string>) => {
  Object.assign(process.env, values);
  forgetEnv();
};

beforeAll(async () => {
  [arxiv, sources] = await Promise.all([startArxiv(), startSources()]);
  folder = await mkdtemp(path.join(tmpdir(), 'pictures-'));
  set({ ...arxiv.env, ...sources.env, SOURCE_INTERVAL: '0', DATA_DIR: folder });
});
afterAll(async () => {
  const names = [...Object.keys({ ...arxiv.env, ...sources.env }), 'SOURCE_INTERVAL', 'DATA_DIR'];
  for (const name of names) delete process.env[name];
  await Promise.all([arxiv.close(), sources.close(), rm(folder, { recursive: true })]);
});
beforeEach(async () => {
  await rawSql()`truncate papers, users, source_states, pictures, organizations, rate_limits
    restart identity cascade`;
  await rawSql()`delete from graphile_worker._private_jobs`;
});
afterEach(() => {
  for (const name of rules) delete process.env[name];
  forgetEnv();
});

type Reader = Context & { viewer: NonNullable<Context['viewer']> };
const reader = async (facts: Parameters<typeof createUser>[0] = {}): Promise<Reader> => ({
  viewer: await createUser(facts),
});

async function open(by: Reader, text: string) {
  const result = await openDraft(by, { text });
  if (!result.ok) throw new Error(result.reason);
  if (result.data.state !== 'draft') throw new Error(`is here: ${result.data.slug}`);
  const draft = await getDraft(by.viewer.id, result.data.id);
  if (!draft) throw new Error('no draft');
  return draft;
}

/** Sends the draft as its form would: every field as it stands, but for what is given. */
async function send(by: Reader, text: string, changed: Record<string, unknown> = {}) {
  const { id, details } = await open(by, text);
  return sendDraft(by, sendInput.parse({ id, ...details.typed, ...changed }));
}

/** The only draft of a reader, as it was left. */
const draftOf = async (by: Reader) => {
  const [{ id } = { id: 0 }] = await getOwnSubmissions(by.viewer.id);
  return getDraft(by.viewer.id, id);
};

const paperRow = async (externalId: string) => {
  const [row] = await rawSql()`
    select p.*, o.name as organization, p.trending is not null as listed,
      array(select name from paper_authors a where a.paper_id = p.id order by position) as authors
    from papers p left join organizations o on o.id = p.organization_id
    where external_id = ${externalId}`;
  return row;
};

describe('a paper that is not on arXiv', () => {
  it.each([
    ['10.5555/tides.1', 'doi', '10.5555/tides.1'],
    ['https://openreview.net/forum?id=YicbFdNTTy', 'openreview', 'YicbFdNTTy'],
    ['https://aclanthology.org/2020.tide-main.463/', 'acl', '2020.tide-main.463'],
    [
      'https://www.biorxiv.org/content/10.1101/2025.01.01.000010v2',
      'biorxiv',
      '10.1101/2025.01.01.000010',
    ],
    ['10.1101/2025.01.01.25000010', 'medrxiv', '10.1101/2025.01.01.25000010'],
  ])('%s is looked up, put right, and submitted', async (text, source, externalId) => {
    const by = await reader();
    const draft = await open(by, text);
    expect(draft.details).toMatchObject({
      told: 'found',
      typed: { title: `Tides in the records of ${externalId}` },
    });
    expect(await paperRow(externalId), 'nothing of it is public yet').toBeUndefined();
    const result = await send(by, text, { title: 'Tides, put right', topic: 'physics.ao-ph' });
    expect(result).toMatchObject({ ok: true, data: { state: 'listed' } });
    const row = await paperRow(externalId);
    expect(row).toMatchObject({
      source,
      title: 'Tides, put right',
      listed: true,
      listed_by: 'submission',
      submitted_by: by.viewer.id,
    });
    expect(row?.slug).toMatch(/^x[0-9a-z]{7}$/);
    expect(row?.categories[0]).toBe('physics.ao-ph');
    expect(row?.authors.length).toBeGreaterThan(0);
  });

  it('by any other address is typed in, and nobody is asked', async () => {
    const by = await reader();
    sources.asked.length = 0;
    arxiv.asked.length = 0;
    const typed = {
      title: 'Tides by hand',
      authors: 'Selene Gezeiten\n Jürgen Mond ',
      date: '2025-05-06',
      topic: 'cs.LG',
      abstract: 'By hand.',
    };
    const result = await send(by, 'https://example.org/tides.pdf#page=2', typed);
    expect(result).toMatchObject({ ok: true, data: { state: 'listed' } });
    expect(await paperRow('https://example.org/tides.pdf')).toMatchObject({
      source: 'web',
      title: 'Tides by hand',
      authors: ['Selene Gezeiten', 'Jürgen Mond'],
      categories: ['cs.LG'],
    });
    expect([...sources.asked, ...arxiv.asked]).toEqual([]);
  });

  it('whose source does not know it, or does not answer, can be typed in', async () => {
    const by = await reader();
    expect((await open(by, '10.5555/tides.none')).details.told).toBe('not_found');
    expect((await open(by, '10.5555/tides.away')).details.told).toBe('unavailable');
    const typed = { title: 'Typed', authors: 'Ada', date: '2025-01-01' };
    expect(await send(by, '10.5555/tides.away', typed)).toMatchObject({
      data: { state: 'listed' },
    });
    expect(await paperRow('10.5555/tides.away')).toMatchObject({ doi: '10.5555/tides.away' });
  });

  it('waits for a source that does not answer, if its reader wants it to', async () => {
    const by = await reader();
    const result = await send(by, '10.5555/tides.busy', { later: '1', topic: 'cs.LG' });
    expect(result).toMatchObject({ data: { state: 'pending', waitsFor: 'source' } });
    const [{ id } = { id: 0 }] = await getOwnSubmissions(by.viewer.id);
    await rawSql()`truncate source_states`;
    await expect(completeSubmission(id)).rejects.toThrow('source_unavailable');
    await rawSql()`truncate source_states`;
    await completeSubmission(id);
    expect(await paperRow('10.5555/tides.busy')).toMatchObject({
      title: 'Tides in the records of 10.5555/tides.busy',
      categories: ['cs.LG'],
      listed: true,
    });
    expect(await getOwnSubmissions(by.viewer.id)).toMatchObject([{ status: 'done', reason: null }]);
  });
});

describe('what was typed', () => {
  it('is kept whatever is wrong with it, and said beside each field', async () => {
    const by = await reader();
    const typed = {
      title: 'T',
      authors: '',
      date: '2999-01-01',
      topic: 'cs.XX',
      code: 'javascript:alert(1)',
      project: 'https://user:pass@example.org/',
      comment: 'x'.repeat(20_000),
      abstract: 'a\0b\ud800',
    };
    const result = await send(by, 'https://example.org/tides', typed);
    expect(result).toMatchObject({ ok: false, reason: 'invalid' });
    expect(Object.keys((!result.ok && result.fields) || {}).sort()).toEqual(
      ['authors', 'code', 'comment', 'date', 'project', 'title', 'topic'].sort(),
    );
    const draft = await draftOf(by);
    expect(draft?.details.typed).toMatchObject({ ...typed, abstract: 'ab' });
    expect(draft?.problems.comment).toContain('10,000');
    expect(await paperRow('https://example.org/tides')).toBeUndefined();
  });

  it('counts before what the source says when it is asked again', async () => {
    const by = await reader();
    const { id } = await open(by, '10.5555/tides.1');
    await sendDraft(by, sendInput.parse({ id, title: 'Mine', authors: '' }));
    const again = await open(by, '10.5555/tides.1');
    expect(again.details.typed).toMatchObject({ title: 'Mine' });
    expect(again.details.typed.authors).toContain('Selene Gezeiten');
  });

  it('is nobody else’s to see, send or drop', async () => {
    const by = await reader();
    const other = await reader();
    const { id } = await open(by, 'https://example.org/tides');
    expect(await getDraft(other.viewer.id, id)).toBeNull();
    expect(await sendDraft(other, sendInput.parse({ id }))).toMatchObject({ reason: 'not_found' });
    expect(await dropSubmission(other, { id })).toMatchObject({ reason: 'not_found' });
    expect(await dropSubmission(by, { id })).toMatchObject({ ok: true });
    expect(await getDraft(by.viewer.id, id)).toBeNull();
  });
});

describe('what a reader adds', () => {
  const picture = () =>
    sharp({ create: { width: 40, height: 30, channels: 3, background: '#123' } })
      .png()
      .toBuffer();

  it('comes with the paper: addresses, organization, picture and comment', async () => {
    const by = await reader();
    const extras = {
      code: 'https://github.com/tides/tides',
      project: 'https://tides.example.org/',
      organization: 'Tide Observatory',
      comment: 'Read section $3$.',
      picture: new Uint8Array(await picture()),
    };
    expect(await send(by, '2501.10000', extras)).toMatchObject({ data: { state: 'listed' } });
    const row = await paperRow('2501.10000');
    expect(row).toMatchObject({
      code_url: 'https://github.com/tides/tides',
      project_url: 'https://tides.example.org/',
      organization: 'Tide Observatory',
      picture: expect.stringMatching(/^[0-9a-f]{64}$/),
      comment_count: 1,
    });
    const [comment] = await rawSql()`select markdown, user_id from comments`;
    expect(comment).toMatchObject({ markdown: 'Read section $3$.', user_id: by.viewer.id });
    // An organization by its name, however it is spelled, is one.
    await send(by, '2501.10001', { organization: 'TIDE observatory' });
    expect(await rawSql()`select name from organizations`).toMatchObject([
      { name: 'Tide Observatory' },
    ]);
  });

  it('a comment is posted once, also by the job that makes sure of it', async () => {
    const by = await reader();
    await send(by, '2501.10000', { comment: 'Once.' });
    const [{ id } = { id: 0 }] = await rawSql()<{ id: number }[]>`select id::int from submissions`;
    await completeSubmission(id);
    expect(await rawSql()`select 1 from comments`).toHaveLength(1);
    // The process ended between the two: the job posts it.
    await rawSql()`delete from comments`;
    await completeSubmission(id);
    expect(await rawSql()`select 1 from comments`).toHaveLength(1);
  });

  it('a picture that is none is refused, and the one before stays', async () => {
    const by = await reader();
    const bad = { picture: new Uint8Array(Buffer.from('<svg/>')), title: 'x' };
    const first = await send(by, 'https://example.org/a', {
      picture: new Uint8Array(await picture()),
    });
    expect(first).toMatchObject({ reason: 'invalid' });
    const second = await send(by, 'https://example.org/a', bad);
    expect(second).toMatchObject({ fields: { picture: expect.stringContaining('SVG') } });
    const draft = await open(by, 'https://example.org/a');
    expect(draft.picture).toMatchObject({ width: 40, height: 30 });
    await send(by, 'https://example.org/a', { withoutPicture: '1' });
    expect((await open(by, 'https://example.org/a')).picture).toBeNull();
  });
});

describe('the same paper under another identifier', () => {
  const authors = async (paperId: number, ...names: string[]) => {
    for (const [position, name] of names.entries()) {
      await rawSql()`insert into paper_authors (paper_id, position, name)
        values (${paperId}, ${position}, ${name})`;
    }
  };

  it.each([
    ['the same DOI', { doi: '10.5555/TIDES.1', title: 'Something else' }],
    ['the preprint that its source names', { externalId: '2501.10777', title: 'Something else' }],
    ['the same title', { title: '  TIDES in the records — of 10.5555/tides.1!' }],
  ])('is offered, by %s', async (_, facts) => {
    const paper = await createPaper({ listed: true, ...facts });
    await authors(paper.id, 'S. Gezeiten', 'Somebody Else');
    const by = await reader();
    const draft = await open(by, '10.5555/tides.1');
    // A dash outside of ASCII is no punctuation for the database.
    if (facts.title.includes('—')) {
      await rawSql()`update papers set title = replace(title, '—', '-')`;
    }
    expect(await send(by, '10.5555/tides.1')).toMatchObject({ reason: 'already_here' });
    expect((await getDraft(by.viewer.id, draft.id))?.twins).toMatchObject([{ slug: paper.slug }]);
    expect(await paperRow('10.5555/tides.1')).toBeUndefined();
    const result = await send(by, '10.5555/tides.1', { anyway: '1' });
    expect(result).toMatchObject({ data: { state: 'listed' } });
  });

  it('is not one whose authors are others', async () => {
    const paper = await createPaper({
      listed: true,
      title: 'Tides in the records of 10.5555/tides.1',
    });
    await authors(paper.id, 'Grace Hopper');
    expect(await send(await reader(), '10.5555/tides.1')).toMatchObject({
      data: { state: 'listed' },
    });
  });

  it('at the same moment becomes one paper', async () => {
    const typed = { title: 'One and the same tide', authors: 'Ada Lovelace', date: '2025-01-01' };
    const addresses = [
      '10.5555/tides.1',
      'https://openreview.net/forum?id=YicbFdNTTy',
      'https://example.org/1',
      'https://example.org/2',
    ];
    const results = await Promise.all(
      addresses.map(async (text) => send(await reader(), text, typed)),
    );
    const states = results.map((result) => (result.ok ? result.data.state : result.reason)).sort();
    expect(states).toEqual(['already_here', 'already_here', 'already_here', 'listed']);
    expect(await rawSql()`select 1 from papers`).toHaveLength(1);
  });

  it('sent twice is one paper, and the second time leads to it', async () => {
    const by = await reader();
    const { id, details } = await open(by, '10.5555/tides.1');
    const input = sendInput.parse({ id, ...details.typed });
    const results = await Promise.all([1, 2, 3].map(() => sendDraft(by, input)));
    expect(results.map((result) => result.ok && result.data.state).sort()).toEqual([
      'already_here',
      'already_here',
      'listed',
    ]);
    expect(await rawSql()`select 1 from papers`).toHaveLength(1);
  });
});

describe('the rules of the site', () => {
  it.each([
    ['SUBMIT_BY', 'moderators', 'by moderators'],
    ['SUBMIT_ACCOUNT_DAYS', '30000', 'Accounts submit papers when'],
    ['SUBMIT_MAIL_DOMAINS', 'uni.example.edu', 'uni.example.edu'],
  ])('%s=%s refuses, and says how to go on', async (name, value, words) => {
    const by = await reader();
    const { id } = await open(by, '2501.10000');
    set({ [name]: value });
    for (const result of [
      await openDraft(by, { text: '2501.10000' }),
      await sendDraft(by, sendInput.parse({ id })),
      await submitPaper(by, { arxivId: '2501.10000' }),
    ]) {
      expect(result).toMatchObject({
        reason: 'forbidden',
        message: expect.stringContaining(words),
      });
    }
    const moderator = await reader({ role: 'moderator' });
    expect(await send(moderator, '2501.10000')).toMatchObject({ data: { state: 'listed' } });
  });

  it('a domain takes its subdomains along, and no other that ends alike', async () => {
    set({ SUBMIT_MAIL_DOMAINS: 'example.edu' });
    const mail = async (email: string) =>
      (await openDraft(await reader({ email }), { text: '2501.10000' })).ok;
    expect(await mail('a@example.edu')).toBe(true);
    expect(await mail('b@cs.Example.EDU')).toBe(true);
    expect(await mail('c@notexample.edu')).toBe(false);
    expect(await mail('d@example.edu.org')).toBe(false);
  });

  it('an old paper is not taken, whether from a source or typed', async () => {
    set({ SUBMIT_OLDEST_DAYS: '30' });
    const by = await reader();
    expect(await openDraft(by, { text: '2501.10000' })).toMatchObject({ reason: 'too_old' });
    expect(await openDraft(by, { text: '10.5555/tides.1' })).toMatchObject({ reason: 'too_old' });
    const typed = { title: 'Old tides', authors: 'Ada', date: '2020-01-01' };
    expect(await send(by, 'https://example.org/old', typed)).toMatchObject({ reason: 'too_old' });
    const today = new Date().toISOString().slice(0, 10);
    const fresh = await send(by, 'https://example.org/old', { ...typed, date: today });
    expect(fresh).toMatchObject({ data: { state: 'listed' } });
  });

  it('a day has its quota, which only what is sent counts against', async () => {
    set({ RATE_LIMIT_SUBMISSION: '1/day' });
    const by = await reader();
    for (let n = 0; n < 3; n++) {
      expect(await send(by, 'https://example.org/x')).toMatchObject({ reason: 'invalid' });
    }
    expect(await send(by, '2501.10000')).toMatchObject({ ok: true });
    const result = await send(by, '2501.10001');
    expect(result).toMatchObject({ reason: 'rate_limited', retryAfter: expect.any(Number) });
  });
});

describe('a submission that waits for a moderator', () => {
  beforeEach(() => set({ SUBMIT_REVIEW_FIRST: '1' }));

  const waitingIds = async () => (await listWaitingSubmissions()).waiting.map(({ id }) => id);

  it('is on no feed and no page, and its reader sees that it waits', async () => {
    const by = await reader();
    const result = await send(by, '10.5555/tides.1', { comment: 'Look.' });
    expect(result).toMatchObject({ data: { state: 'pending', waitsFor: 'moderator' } });
    expect(await paperRow('10.5555/tides.1')).toBeUndefined();
    expect(await getOwnSubmissions(by.viewer.id)).toMatchObject([
      { status: 'waiting', title: 'Tides in the records of 10.5555/tides.1' },
    ]);
    expect(await send(by, '10.5555/tides.1')).toMatchObject({ data: { waitsFor: 'moderator' } });
    await send(by, '2501.10000');
    expect(await paperRow('2501.10000')).toMatchObject({ listed: false });
    expect(await waitingIds()).toHaveLength(2);
  });

  it('is approved: listed for its reader, with its comment, told and logged', async () => {
    const by = await reader();
    const moderator = await reader({ role: 'moderator' });
    await send(by, '10.5555/tides.1', { comment: 'Look.' });
    const [id = 0] = await waitingIds();
    const approved = await approveSubmission(moderator, { id, reason: 'It fits.' });
    expect(approved).toMatchObject({ ok: true });
    await completeSubmission(id);
    expect(await paperRow('10.5555/tides.1')).toMatchObject({
      listed: true,
      submitted_by: by.viewer.id,
      comment_count: 1,
    });
    const [log] = await rawSql()`select action, reason, user_id from moderation_log`;
    expect(log).toMatchObject({ action: 'approve_submission', reason: 'It fits.' });
    const told = await rawSql()`select user_id, kind, detail from notifications
      where kind = 'moderation'`;
    expect(told).toMatchObject([{ user_id: by.viewer.id, detail: 'approve_submission' }]);
    expect(await approveSubmission(moderator, { id, reason: 'Twice.' })).toMatchObject({
      reason: 'not_found',
    });
    // As many as the rule says have been taken: the next one needs nobody.
    expect(await send(by, '2501.10000')).toMatchObject({ data: { state: 'listed' } });
  });

  it('is refused with a reason, and can be dismissed or sent anew', async () => {
    const by = await reader();
    const moderator = await reader({ role: 'moderator' });
    await send(by, '10.5555/tides.1');
    const [id = 0] = await waitingIds();
    await refuseSubmission(moderator, { id, reason: 'Not about our field.' });
    expect(await getOwnSubmissions(by.viewer.id)).toMatchObject([
      { status: 'refused', words: 'Not about our field.' },
    ]);
    expect(await rawSql()`select detail from notifications`).toMatchObject([
      { detail: 'refuse_submission' },
    ]);
    expect(await paperRow('10.5555/tides.1')).toBeUndefined();
    expect(await send(by, '10.5555/tides.1')).toMatchObject({ data: { waitsFor: 'moderator' } });
  });

  it('by two moderators at once is decided once', async () => {
    const by = await reader();
    await send(by, '10.5555/tides.1');
    const [id = 0] = await waitingIds();
    const results = await Promise.all([
      approveSubmission(await reader({ role: 'moderator' }), { id, reason: 'It fits.' }),
      refuseSubmission(await reader({ role: 'moderator' }), { id, reason: 'It does not.' }),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await rawSql()`select 1 from moderation_log`).toHaveLength(1);
  });

  it('nobody approves their own, and a moderator’s waits for nobody', async () => {
    const by = await reader();
    await send(by, '10.5555/tides.1');
    const [id = 0] = await waitingIds();
    await rawSql()`update users set role = 'moderator' where id = ${by.viewer.id}`;
    const promoted = { viewer: { ...by.viewer, role: 'moderator' as const } };
    expect(await approveSubmission(promoted, { id, reason: 'Mine.' })).toMatchObject({
      reason: 'forbidden',
    });
    expect(await send(promoted, '2501.10000')).toMatchObject({ data: { state: 'listed' } });
  });
});

import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { getDraft, getOwnSubmissions } from './data';
import { sendInput } from './schema';
import { completeSubmission, dropSubmission, sendDraft } from './service';
import { draftOf, open, paperRow, reader, send, useSources } from './testing/drafts';

useTestDatabase();
const at = useSources();

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
  ])('%s is looked up, corrected, and submitted', async (text, source, externalId) => {
    const by = await reader();
    const draft = await open(by, text);
    expect(draft.details).toMatchObject({
      lookup: 'found',
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

  it('by any other address is typed in, without a request', async () => {
    const by = await reader();
    at.sources.asked.length = 0;
    at.arxiv.asked.length = 0;
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
    expect([...at.sources.asked, ...at.arxiv.asked]).toEqual([]);
  });

  it('can be typed in if its source does not have it or does not respond', async () => {
    const by = await reader();
    expect((await open(by, '10.5555/tides.none')).details.lookup).toBe('not_found');
    expect((await open(by, '10.5555/tides.away')).details.lookup).toBe('unavailable');
    const typed = { title: 'Typed', authors: 'Ada', date: '2025-01-01' };
    expect(await send(by, '10.5555/tides.away', typed)).toMatchObject({
      data: { state: 'listed' },
    });
    expect(await paperRow('10.5555/tides.away')).toMatchObject({ doi: '10.5555/tides.away' });
  });

  it('waits for a source that does not respond, if its user wants that', async () => {
    const by = await reader();
    const result = await send(by, '10.5555/tides.busy', { later: '1', topic: 'cs.LG' });
    expect(result).toMatchObject({ data: { state: 'pending', waitsFor: 'source' } });
    const [{ id } = { id: 0 }] = await getOwnSubmissions(by.viewer.id);
    await emptyTables('source_states');
    await expect(completeSubmission(id)).rejects.toThrow('source_unavailable');
    await emptyTables('source_states');
    await completeSubmission(id);
    expect(await paperRow('10.5555/tides.busy')).toMatchObject({
      title: 'Tides in the records of 10.5555/tides.busy',
      categories: ['cs.LG'],
      listed: true,
    });
    expect(await getOwnSubmissions(by.viewer.id)).toMatchObject([{ status: 'done', reason: null }]);
  });
});

describe('typed text', () => {
  it('is kept despite errors, which are shown beside each field', async () => {
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

  it('takes precedence over the source when that is requested again', async () => {
    const by = await reader();
    const { id } = await open(by, '10.5555/tides.1');
    await sendDraft(by, sendInput.parse({ id, title: 'Mine', authors: '' }));
    const again = await open(by, '10.5555/tides.1');
    expect(again.details.typed).toMatchObject({ title: 'Mine' });
    expect(again.details.typed.authors).toContain('Selene Gezeiten');
  });

  it('cannot be read, sent or deleted by other users', async () => {
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

describe('additional fields', () => {
  const picture = () =>
    sharp({ create: { width: 40, height: 30, channels: 3, background: '#123' } })
      .png()
      .toBuffer();

  it('are stored with the paper: addresses, organization, picture and comment', async () => {
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
    // An organization's name matches in any spelling.
    await send(by, '2501.10001', { organization: 'TIDE observatory' });
    expect(await rawSql()`select name from organizations`).toMatchObject([
      { name: 'Tide Observatory' },
    ]);
  });

  it('post a comment once, also by the fallback job', async () => {
    const by = await reader();
    await send(by, '2501.10000', { comment: 'Once.' });
    const [{ id } = { id: 0 }] = await rawSql()<{ id: number }[]>`select id::int from submissions`;
    await completeSubmission(id);
    expect(await rawSql()`select 1 from comments`).toHaveLength(1);
    // The process died in between: the job posts the comment.
    await rawSql()`delete from comments`;
    await completeSubmission(id);
    expect(await rawSql()`select 1 from comments`).toHaveLength(1);
  });

  it('refuse an invalid picture, and keep the previous one', async () => {
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

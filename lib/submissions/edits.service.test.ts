import { describe, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { readCorrections } from '@/lib/corrections/data';
import { revertCorrection } from '@/lib/corrections/service';
import { ingestBatch } from '@/lib/ingest/service';
import { paperRecord } from '@/lib/ingest/testing/record';
import { approveSubmission } from '@/lib/reviews/service';
import { getOwnSubmissions } from './data';
import { submitPaper } from './service';
import { draftOf, open, paperRow, reader, send, set, useSources } from './testing/drafts';

useTestDatabase();
useSources();

describe('title and abstract from the source', () => {
  const ID = '2501.10000';
  const own = async () => {
    const row = await paperRow(ID);
    return {
      title: String(row?.title),
      abstract: String(row?.abstract),
      corrected: row?.corrected,
    };
  };
  /** arXiv's later record. */
  const record = (version: number, title: string) =>
    ingestBatch([paperRecord({ externalId: ID, version, title, abstract: `Of ${title}.` })]);

  it('are corrected before sending, publicly, and stay when the source repeats its own', async () => {
    const by = await reader();
    await open(by, ID);
    const { title, abstract } = await own();
    // As sent by a form: one changed, the other with other line breaks.
    const typed = { title: 'Tides, rightly', abstract: `${abstract.replaceAll(' ', '\r\n')} ` };
    expect(await send(by, ID, typed)).toMatchObject({ data: { state: 'listed' } });
    expect(await own()).toEqual({ title: 'Tides, rightly', abstract, corrected: ['title'] });
    expect((await readCorrections(ID))?.corrections).toMatchObject([
      { field: 'title', role: 'submitter', by: by.viewer.handle, before: title },
    ]);
    await record(2, title);
    expect((await own()).title).toBe('Tides, rightly');
  });

  it('come from the source again with its next version, and its history leaves out the submitter', async () => {
    const by = await reader();
    await open(by, ID);
    const { title } = await own();
    await send(by, ID, { title: 'Tides, rightly' });
    await record(3, 'Third tides');
    expect(await own()).toMatchObject({ title: 'Third tides', corrected: [] });
    expect(
      await rawSql()`select version, title from paper_versions where title is not null`,
    ).toEqual([{ version: 2, title }]);
    // The text before belongs to an older version, so it cannot be restored over the new one.
    const [correction] = (await readCorrections(ID))?.corrections ?? [];
    const undo = { correction: correction?.id ?? 0, reason: 'Wrong.' };
    const moderator = await reader({ role: 'moderator' });
    expect(await revertCorrection(moderator, undo)).toMatchObject({ reason: 'not_found' });
    expect((await own()).title).toBe('Third tides');
  });

  it('are restored by a moderator, and the source may update them again', async () => {
    const by = await reader();
    await open(by, ID);
    const { title } = await own();
    await send(by, ID, { title: 'Buy our tides' });
    const [correction] = (await readCorrections(ID))?.corrections ?? [];
    const undo = { correction: correction?.id ?? 0, reason: 'Advertising.' };
    expect(await revertCorrection(await reader({ role: 'moderator' }), undo)).toMatchObject({
      ok: true,
    });
    expect(await own()).toMatchObject({ title, corrected: [] });
    await record(2, 'Second tides, again');
    expect((await own()).title).toBe('Second tides, again');
  });

  it('are unchanged by text for an older version, and by an empty field', async () => {
    set({ SUBMIT_REVIEW_FIRST: '1' });
    const by = await reader();
    await send(by, ID, { title: 'Tides, rightly', abstract: '' });
    await record(3, 'Third tides');
    const [{ id } = { id: 0 }] = await getOwnSubmissions(by.viewer.id);
    await approveSubmission(await reader({ role: 'moderator' }), { id, reason: 'Fits.' });
    expect(await own()).toMatchObject({ title: 'Third tides', corrected: [] });
    expect((await readCorrections(ID))?.corrections).toEqual([]);
  });

  it('have limits, with messages beside the field', async () => {
    const by = await reader();
    const result = await send(by, ID, { title: 'x', abstract: 'x'.repeat(20_001) });
    expect(result).toMatchObject({
      reason: 'invalid',
      fields: { title: expect.any(String), abstract: expect.any(String) },
    });
    expect((await draftOf(by))?.details.typed).toMatchObject({ title: 'x' });
  });
});

it('are stored with addresses of pictures that a program sends', async () => {
  const by = await reader();
  const mediaUrls = ['https://cdn.example.org/a.png', 'https://cdn.example.org/b.mp4'];
  await submitPaper(by, { arxivId: '2501.10000', mediaUrls });
  expect(await paperRow('2501.10000')).toMatchObject({ media_urls: mediaUrls, picture: null });
});

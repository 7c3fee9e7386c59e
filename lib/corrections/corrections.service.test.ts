import { beforeEach, describe, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { ingestBatch } from '@/lib/ingest/service';
import { paperRecord } from '@/lib/ingest/testing/record';
import type { PaperRecord } from '@/lib/ingest/types';
import type { Viewer } from '@/lib/web/types';
import { readCorrections } from './data';
import { type CorrectInput, correctInput } from './schema';
import { correctPaper, revertCorrection } from './service';

useTestDatabase();
beforeEach(() => emptyTables('users', 'papers', 'organizations', 'moderation_log'));

const OLD = { summary: 'By a model.', summaryBy: 'A model', codeUrl: 'https://old.org/' };

/** A paper with two confirmed authors. */
async function corrected() {
  const paper = await createPaper({ listed: true, authorCount: 2, codeStars: 9, ...OLD });
  const [ada, grace] = [await createUser(), await createUser()];
  await rawSql()`insert into paper_authors (paper_id, position, name, user_id, claim_status)
    values (${paper.id}, 0, 'Ada Lovelace', ${ada.id}, 'verified'),
      (${paper.id}, 1, 'Grace Hopper', ${grace.id}, 'verified')`;
  await rawSql()`insert into organizations (slug, name) values ('tidal-lab', 'Tidal Lab')`;
  const as = (viewer: Viewer, wanted: Partial<CorrectInput>) =>
    correctPaper(
      { viewer },
      {
        paper: paper.slug,
        summary: OLD.summary,
        code: OLD.codeUrl,
        project: null,
        organization: null,
        ...wanted,
      },
    );
  return { paper, ada, grace, as };
}
const state = async () =>
  (
    await rawSql()`select summary, summary_by as by, code_url as code, code_stars as stars,
      project_url as project, corrected,
      (select slug from organizations o where o.id = p.organization_id) as organization
      from papers p`
  )[0];
const history = async (slug: string) =>
  (await readCorrections(slug))?.corrections.map(({ field, before, after, by }) => [
    field,
    before,
    after,
    by,
  ]);

const record = (slug: string, more: Partial<PaperRecord>): PaperRecord =>
  paperRecord({
    externalId: slug,
    version: 2,
    title: 'A new title',
    codeUrl: 'https://imported.org/',
    codeStars: 100,
    projectUrl: 'https://imported.org/project',
    summary: 'Imported.',
    summaryBy: 'A model',
    organization: { slug: 'other-lab', name: 'Other Lab' },
    ...more,
  });

describe('a correction', () => {
  it('changes the page under the author’s name and keeps the old value in its history', async () => {
    const { paper, ada, as } = await corrected();
    const wanted = {
      summary: 'What we found: $x$.',
      code: 'https://new.org/',
      organization: 'TIDAL lab',
    };
    expect(await as(ada, wanted)).toMatchObject({ ok: true });
    expect(await state()).toEqual({
      summary: 'What we found: $x$.',
      by: 'Ada Lovelace (author)',
      code: 'https://new.org/',
      stars: null,
      project: null,
      organization: 'tidal-lab',
      corrected: ['summary', 'code_url', 'organization_id'],
    });
    expect(await history(paper.slug)).toEqual([
      ['organization', null, 'tidal-lab', ada.handle],
      ['code', 'https://old.org/', 'https://new.org/', ada.handle],
      ['summary', 'By a model.', 'What we found: $x$.', ada.handle],
    ]);
    expect(await as(ada, wanted)).toMatchObject({ data: { changed: false } });
    expect(await history(paper.slug)).toHaveLength(3);
  });

  it('is for confirmed authors of this paper, and names existing organizations', async () => {
    const { ada, as } = await corrected();
    const eve = await createUser({ role: 'admin' });
    expect(await as(eve, { summary: 'Mine.' })).toMatchObject({ reason: 'forbidden' });
    expect(await as(ada, { organization: 'No Lab' })).toMatchObject({ reason: 'not_recognized' });
    await rawSql()`update paper_authors set claim_status = 'claimed' where user_id = ${ada.id}`;
    expect(await as(ada, { summary: 'Mine.' })).toMatchObject({ reason: 'forbidden' });
    expect(await state()).toMatchObject({ summary: OLD.summary, corrected: [] });
  });

  it('is not overwritten by an import, which updates all other fields', async () => {
    const { paper, ada, as } = await corrected();
    await as(ada, { summary: null, code: 'https://new.org/' });
    await ingestBatch([record(paper.slug, {})]);
    expect(await state()).toEqual({
      summary: null,
      by: null,
      code: 'https://new.org/',
      stars: null,
      project: 'https://imported.org/project',
      organization: 'other-lab',
      corrected: ['summary', 'code_url'],
    });
    await ingestBatch([record(paper.slug, { version: 3, codeUrl: 'https://new.org/' })]);
    expect(await state()).toMatchObject({ stars: 100, summary: null });
  });

  it('is reverted by a moderator with a reason, and the value is the source’s again', async () => {
    const { paper, ada, grace, as } = await corrected();
    const boss = await createUser({ role: 'moderator' });
    await as(ada, { summary: 'Buy it.' });
    await as(grace, { summary: 'Buy it twice.' });
    const ids = async () =>
      (await readCorrections(paper.slug))?.corrections.map(({ id }) => id) ?? [];
    const [second = 0, first = 0] = await ids();
    const undo = (correction: number) =>
      revertCorrection({ viewer: boss }, { correction, reason: 'Advertising.' });
    expect(await undo(second)).toMatchObject({ ok: true });
    expect(await state()).toMatchObject({
      summary: 'Buy it.',
      by: 'Ada Lovelace (author)',
      corrected: ['summary'],
    });
    expect(await undo(second)).toMatchObject({ reason: 'not_found' });
    expect(await undo(first)).toMatchObject({ ok: true });
    expect(await state()).toMatchObject({ summary: OLD.summary, by: 'A model', corrected: [] });
    expect(await ids()).toHaveLength(4);
    await ingestBatch([record(paper.slug, { summary: 'Imported.' })]);
    expect(await state()).toMatchObject({ summary: 'Imported.' });
    expect(await rawSql()`select action, details from moderation_log order by id`).toEqual([
      { action: 'revert_correction', details: { field: 'summary' } },
      { action: 'revert_correction', details: { field: 'summary' } },
    ]);
  });

  it('stays without a name when the account is deleted', async () => {
    const { paper, ada, as } = await corrected();
    await as(ada, { summary: 'What we found.' });
    await rawSql()`delete from users where id = ${ada.id}`;
    expect(await history(paper.slug)).toEqual([['summary', OLD.summary, 'What we found.', null]]);
    expect(await state()).toMatchObject({ by: 'Ada Lovelace (author)' });
  });
});

it('an import saves ORCID iDs, and keeps those of two namesakes apart', async () => {
  const { paper, ada } = await corrected();
  const authors = ['Wei Li', 'Ada Lovelace', 'Wei Li', 'Grace Hopper'];
  const orcids = [
    { name: 'Grace Hopper', orcid: '0000-0002-1825-0097' },
    { name: 'Wei Li', orcid: '0000-0001-5109-3700' },
  ];
  await ingestBatch([record(paper.slug, { authors, orcids })]);
  const other = await createUser();
  await rawSql()`update paper_authors set user_id = ${other.id}, claim_status = 'verified'
    where position = 2`;
  await ingestBatch([record(paper.slug, { version: 3, authors: ['New One', ...authors] })]);
  expect(await rawSql()`select name, orcid, user_id from paper_authors order by position`).toEqual([
    { name: 'New One', orcid: null, user_id: null },
    { name: 'Wei Li', orcid: null, user_id: null },
    expect.objectContaining({ name: 'Ada Lovelace', user_id: ada.id }),
    { name: 'Wei Li', orcid: null, user_id: other.id },
    expect.objectContaining({ name: 'Grace Hopper', orcid: '0000-0002-1825-0097' }),
  ]);
});

describe('the input', () => {
  const read = (wrong: object) =>
    correctInput.safeParse({
      paper: '2401.00001',
      summary: '',
      code: '',
      project: '',
      organization: '',
      ...wrong,
    });
  it('may be empty, and is normalized', () => {
    expect(read({ summary: ' a \r\n b ', code: ' https://A.org ' }).data).toMatchObject({
      summary: 'a b',
      code: 'https://a.org/',
      project: null,
      organization: null,
    });
  });
  it.each([
    { code: 'javascript:alert(1)' },
    { code: 'ftp://a.org' },
    { code: 'https://me:pw@a.org' },
    { project: 'a' },
    { summary: 'x'.repeat(1001) },
    { organization: 'a\u0000' },
  ])('%j is refused', (wrong) => {
    expect(read(wrong).success).toBe(false);
  });
});

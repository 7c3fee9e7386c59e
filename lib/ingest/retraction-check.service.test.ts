import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { db, rawSql } from '@/db/client';
import { getApiPaper } from '@/db/queries/api-papers';
import { listExportPapers } from '@/db/queries/exports';
import { listTrending } from '@/db/queries/feeds';
import { collectInvalidations } from '@/db/queries/invalidation';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper } from '@/db/testing/factories';
import { forgetEnv } from '@/lib/base/env';
import { paperTag } from '@/lib/base/tags';
import { csl } from '@/lib/exports/csl';
import { csv } from '@/lib/exports/csv';
import { ris } from '@/lib/exports/ris';
import { bibtex } from '@/lib/papers/bibtex';
import { paperMarkdown } from '@/lib/programs/api/markdown';
import { toPaper } from '@/lib/programs/api/papers';
import { checkRetractions } from './retraction-check';

useTestDatabase();

const NOTICE = '10.1234/notice.7';
let asked: string[] = [];
/** The status of the stand-in, or the works that it has: retracted or not. */
let status = 200;
let retracted: string[] = [];
const server = createServer((request, response) => {
  const doi = decodeURIComponent(request.url?.split('/works/')[1] ?? '');
  asked.push(doi);
  const updates = retracted.includes(doi) ? [{ type: 'retraction', DOI: NOTICE }] : [];
  const message = { DOI: doi, title: ['A title'], 'updated-by': updates };
  response
    .writeHead(status, status === 200 ? {} : { 'retry-after': '120' })
    .end(JSON.stringify({ message }));
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  process.env.CROSSREF_API_URL = `http://127.0.0.1:${port}`;
  process.env.SOURCE_INTERVAL = '0';
  forgetEnv();
});
afterAll(() => {
  delete process.env.CROSSREF_API_URL;
  delete process.env.SOURCE_INTERVAL;
  forgetEnv();
  server.close();
});
beforeEach(async () => {
  await rawSql()`delete from papers`;
  await rawSql()`delete from source_states`;
  [asked, status, retracted] = [[], 200, []];
});

async function check(): Promise<Record<string, number>> {
  const counts = {};
  const { signal } = new AbortController();
  await checkRetractions({ on: db(), signal, counts, startedBy: 'clock' });
  return counts;
}
const listed = (doi: string | null) =>
  createPaper({ listed: true, submittedAt: new Date('2026-07-01'), doi });

it('marks a listed paper everywhere when its DOI is retracted, once', async () => {
  const [gone, stays] = [await listed('10.1234/gone'), await listed('10.1234/stays')];
  retracted = ['10.1234/gone'];
  const { result, tags } = await collectInvalidations(check);
  expect(result).toEqual({ checked: 2, retracted: 1 });
  expect(tags).toContain(paperTag(gone.id));
  expect(tags).not.toContain(paperTag(stays.id));
  expect(await listTrending({ limit: 10, offset: 0 })).toEqual([stays.id]);

  const notice = `https://doi.org/${NOTICE}`;
  const row = await getApiPaper({ id: gone.id });
  if (!row) throw new Error('no paper');
  expect(toPaper(row)).toMatchObject({ retracted: true, retractionNotice: notice });
  expect(paperMarkdown(row)).toContain(`**This paper has been retracted.** Notice: <${notice}>`);
  const exported = await listExportPapers([gone.id]);
  const texts = [
    csl(exported, ''),
    csv(exported, ''),
    ris(exported, ''),
    ...exported.map((p) => bibtex(p)),
  ];
  for (const text of texts) expect(text).toContain(`Retracted. Notice: ${notice}`);
  const other = await getApiPaper({ id: stays.id });
  expect(other && 'retracted' in toPaper(other)).toBe(false);
  for (const text of [csl, csv, ris].map((write) => write([], ''))) {
    expect(text).not.toContain('Retracted');
  }

  asked = [];
  expect(await check()).toEqual({});
  expect(asked).toEqual([]);
});

it('looks up known DOIs of listed papers only, and again after a month', async () => {
  await listed(null);
  await listed('10.48550/arXiv.2401.00001');
  await createPaper({ doi: '10.1234/harvested' });
  const { id } = await listed('10.1234/known');
  expect(await check()).toEqual({ checked: 1 });
  await rawSql()`update papers set retraction_checked_at = now() - interval '31 days' where id = ${id}`;
  await check();
  expect(asked).toEqual(['10.1234/known', '10.1234/known']);
});

it('limits the requests of a run, those with the oldest lookup first', async () => {
  for (let n = 0; n < 53; n++) await listed(`10.1234/many.${n}`);
  expect(await check()).toEqual({ checked: 50 });
  expect(await check()).toEqual({ checked: 3 });
  expect(new Set(asked).size).toBe(53);
});

it.each([429, 500, 503])(
  'stops at a source that responds with %i, and continues later',
  async (code) => {
    await listed('10.1234/one');
    await listed('10.1234/two');
    status = code;
    expect(await check()).toEqual({ unavailable: 1 });
    expect(await check()).toEqual({ unavailable: 1 });
    expect(asked).toHaveLength(1);
    await rawSql()`delete from source_states`;
    status = 200;
    expect(await check()).toEqual({ checked: 2 });
  },
);

it('counts a DOI unknown to Crossref as looked up', async () => {
  await listed('10.1234/unknown');
  status = 404;
  expect(await check()).toEqual({ checked: 1 });
  expect(await check()).toEqual({});
});

import { createReadStream } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { noTestData, testDataFiles, testDataPath } from '@/db/testing/test-data';
import { parseOaiPage } from './oai-raw';
import { readRecords } from './read';
import type { PaperRecord, RefusedRecord } from './types';

async function read(...paths: string[]) {
  const records: PaperRecord[] = [];
  const refused: RefusedRecord[] = [];
  let rest = '';
  for (const path of paths) {
    const pieces = createReadStream(path, 'utf8');
    for await (const one of readRecords(pieces, { onRest: (around) => (rest = around) })) {
      if (one.ok) records.push(one.record);
      else refused.push(one);
    }
  }
  return { records, refused, rest };
}

describe.skipIf(noTestData)('on the real files (skipped unless TEST_DATA_DIR is set)', () => {
  it('reads all entries of the daily lists', async () => {
    const { records, refused } = await read(...testDataFiles('hf_daily'));
    expect(refused).toEqual([]);
    expect(records).toHaveLength(422);
    expect(records.every((record) => record.listing && record.authors.length > 0)).toBe(true);
    expect(records.filter((record) => record.summaryBy)).toHaveLength(158);
    expect(records.filter((record) => record.organization)).toHaveLength(265);
    expect(records.filter((record) => record.codeUrl)).toHaveLength(243);
    expect(records.flatMap((record) => record.authors)).toHaveLength(5_044);
  });

  it('reads the page of OAI-PMH, with its three withdrawn papers', async () => {
    const { records, refused, rest } = await read(...testDataFiles('arxiv_oai'));
    expect(refused).toEqual([]);
    expect(records).toHaveLength(1_000);
    const withdrawn = records.filter((record) => record.withdrawn);
    expect(withdrawn.map((record) => record.externalId).sort()).toEqual([
      '1905.12150',
      '1909.07372',
      '1909.11644',
    ]);
    expect(Math.max(...records.map((record) => record.version ?? 0))).toBe(11);
    expect(parseOaiPage(rest)).toEqual({
      resumptionToken: '3996692|1001',
      expires: null,
      day: '2019-11-05',
      total: 2_525,
      error: null,
    });
    const names = records.flatMap((record) => record.authors);
    expect(names.filter((name) => /[\\{}()\d]|\band\b/.test(name))).toEqual([
      'Havana (Inbal) Rika',
      'You (Joe) Zhou',
    ]);
    expect(names).toEqual(expect.arrayContaining(['Štěpán Bahník', 'Lilja Øvrelid', 'Ana Bušić']));
  });

  it('reads the recorded responses of the API', async () => {
    const { records, refused } = await read(...testDataFiles('arxiv_api'));
    expect(refused.map((one) => one.reason)).toEqual([
      'arXiv answers: incorrect id format for abc',
    ]);
    const ids = records.map((record) => record.externalId);
    expect(ids).toEqual(expect.arrayContaining(['1707.08567', '1605.08386', 'astro-ph/0601001']));
    expect(records).toHaveLength(23);
    expect(records.flatMap((record) => record.authors)).toContain('Dirk Wübben');
  });

  it('reads the 39 papers of a results page exactly', async () => {
    const { records, refused } = await read(testDataPath('seed_papers.jsonl'));
    expect(refused).toEqual([]);
    expect(records).toHaveLength(39);
    expect(records.filter((record) => record.authors.length === 0)).toHaveLength(2);
    expect(records.filter((record) => record.organization)).toMatchObject([
      { organization: { slug: 'gd-ml-amap-ml', name: 'GD-ML AMAP-ML' } },
    ]);
    // "Oct 16" has no year, so the identifier decides.
    const years = records.map(
      (record) => record.publishedAt.slice(2, 4) === record.externalId.slice(0, 2),
    );
    expect(years).not.toContain(false);
  });
});

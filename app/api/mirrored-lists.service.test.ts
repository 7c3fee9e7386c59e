import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { db } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { noTestData, testDataFiles, testDataText } from '@/db/testing/test-data';
import { forgetEnv } from '@/lib/base/env';
import { parseDailyItem } from '@/lib/ingest/hf-daily';
import { importFile } from '@/lib/ingest/importer';
import { ingestBatch } from '@/lib/ingest/service';
import { ask } from './testing/ask';

useTestDatabase();

beforeAll(() => {
  process.env.RATE_LIMITS = 'off';
  forgetEnv();
  return () => {
    delete process.env.RATE_LIMITS;
    forgetEnv();
  };
});

type Person = { name?: string; user?: string; fullname?: string; avatarUrl?: string };
type Item = {
  submittedBy: Person;
  paper: {
    id: string;
    submittedOnDailyAt: string;
    submittedOnDailyBy: Person;
    organization?: { name: string; fullname: string; avatar?: string };
    githubRepo?: string;
    githubStars?: number;
    githubRepoAddedBy?: string;
  };
};
/** Collapses runs of spaces and trims the ends, as our texts are stored. */
const asText = (facts: unknown): string =>
  JSON.stringify(facts, (_, value) =>
    typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : value,
  ) ?? '';
const daily = async (query: string): Promise<Item[]> =>
  (await ask(`/api/daily_papers?${query}`)).json();

const entry = (id: string, day: string, user: string, upvotes = 1) => {
  const person = { user, fullname: `${user} in full`, avatarUrl: `/avatars/${user}.svg` };
  const parsed = parseDailyItem({
    title: `Paper ${id}`,
    numComments: 0,
    submittedBy: { ...person, name: user },
    paper: {
      id,
      title: `Paper ${id}`,
      summary: 'Text.',
      authors: [{ name: 'Ada Lovelace' }],
      publishedAt: '2025-12-30T00:00:00.000Z',
      submittedOnDailyAt: `${day}T00:00:00.000Z`,
      submittedOnDailyBy: person,
      upvotes,
      organization: { name: 'MixedCase-Lab', fullname: 'The Lab', avatar: 'https://e.org/a.png' },
      githubRepo: 'https://github.com/ada/engine',
      githubRepoAddedBy: 'auto',
    },
  });
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.record;
};

describe('entries mirrored from another site', () => {
  it('appear on every day that lists them, with the data of that day', async () => {
    await ingestBatch([
      entry('2512.00001', '2026-01-05', 'First-User'),
      entry('2512.00001', '2026-01-07', 'second'),
      entry('2512.00002', '2026-01-07', 'second'),
    ]);
    for (const [day, user, count] of [
      ['2026-01-05', 'First-User', 1],
      ['2026-01-07', 'second', 2],
    ] as const) {
      const items = await daily(`date=${day}`);
      expect(items).toHaveLength(count);
      const item = items.find(({ paper }) => paper.id === '2512.00001');
      const person = { name: user, user, fullname: `${user} in full` };
      expect(item).toMatchObject({
        submittedBy: { ...person, avatarUrl: `/avatars/${user}.svg` },
        paper: {
          submittedOnDailyAt: `${day}T00:00:00.000Z`,
          submittedOnDailyBy: person,
          organization: {
            name: 'MixedCase-Lab',
            fullname: 'The Lab',
            avatar: 'https://e.org/a.png',
          },
          githubRepoAddedBy: 'auto',
        },
      });
    }
    expect(await daily('week=2026-W02')).toHaveLength(2);
    expect(await daily('month=2026-01&sort=trending')).toHaveLength(2);
    expect(await daily('date=2026-01-07&sort=trending')).toHaveLength(2);
    expect(await daily('sort=trending')).toHaveLength(2);
  });

  it('are found by the handle of their submitter, case-insensitively', async () => {
    const ids = async (query: string) => (await daily(query)).map(({ paper }) => paper.id).sort();
    expect(await ids('submitter=first-user')).toEqual(['2512.00001']);
    expect(await ids('submitter=SECOND')).toEqual(['2512.00001', '2512.00002']);
    expect(await ids('submitter=second&date=2026-01-05')).toEqual([]);
    expect(await ids('submitter=second&date=2026-01-07')).toHaveLength(2);
    expect(await ids('submitter=nobody')).toEqual([]);
  });
});

describe.skipIf(noTestData)('recorded lists (TEST_DATA_DIR)', () => {
  it('round-trip submitter, organization and code', async () => {
    const differences: string[] = [];
    const names = new Map<string, string>();
    let compared = 0;
    for (const file of testDataFiles('hf_daily')) await importFile(file, db());
    for (const file of testDataFiles('hf_daily')) {
      const day = path.basename(file, '.json');
      const source: Item[] = JSON.parse(testDataText('hf_daily', `${day}.json`));
      const given = new Map(
        (await daily(`date=${day}&limit=100`)).map((item) => [item.paper.id, item]),
      );
      for (const item of source) {
        const { organization } = item.paper;
        // A renamed organization keeps its name from the import.
        const name = names.get(organization?.name ?? '') ?? organization?.fullname;
        if (organization && name) names.set(organization.name, name);
        const facts = ({ submittedBy, paper }: Item, fullname = paper.organization?.fullname) => ({
          submitter: [submittedBy.name, submittedBy.fullname?.trim(), submittedBy.avatarUrl],
          by: [paper.submittedOnDailyBy.user, paper.submittedOnDailyBy.avatarUrl],
          organization: paper.organization && [
            paper.organization.name,
            fullname,
            paper.organization.avatar,
          ],
          code: [paper.githubRepo, paper.githubStars, paper.githubRepoAddedBy],
          at: paper.submittedOnDailyAt,
        });
        const back = given.get(item.paper.id);
        const [before, after] = [facts(item, name), back && facts(back)];
        if (asText(before) !== asText(after)) {
          differences.push(JSON.stringify({ id: item.paper.id, before, after }));
        }
        compared += 1;
      }
      expect(given.size, day).toBe(source.length);
    }
    expect(differences).toEqual([]);
    expect(compared).toBeGreaterThan(400);
  }, 300_000);
});

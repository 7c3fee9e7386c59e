import { PRIOR, scoreOf } from '@/lib/ranking/trending';
import type { Role, Viewer } from '@/lib/web/types';
import { type Database, db } from '../client';
import { papers, users } from '../schema';

let counter = 0;

type UserFacts = {
  handle?: string | null;
  name?: string | null;
  email?: string | null;
  role?: Role;
  banned?: boolean;
  bannedUntil?: Date;
  limitedUntil?: Date;
  createdAt?: Date;
};

const LONG_AGO = new Date('2020-01-01T00:00:00Z');

/** Creates a user and returns it as a viewer; the account is old by default. */
export async function createUser(facts: UserFacts = {}, on: Database = db()): Promise<Viewer> {
  const n = ++counter;
  const handle = facts.handle === undefined ? `reader-${n}` : facts.handle;
  const [user] = await on
    .insert(users)
    .values({
      handle,
      name: facts.name ?? null,
      email: facts.email === undefined ? `reader-${n}@example.org` : facts.email,
      emailVerified: LONG_AGO,
      role: facts.role ?? 'member',
      bannedAt: facts.banned ? new Date() : null,
      bannedUntil: facts.bannedUntil ?? null,
      limitedUntil: facts.limitedUntil ?? null,
      createdAt: facts.createdAt ?? LONG_AGO,
    })
    .returning({ id: users.id, createdAt: users.createdAt });
  if (!user) throw new Error('no user came back');
  return {
    ...user,
    handle,
    name: facts.name ?? null,
    role: facts.role ?? 'member',
    banned: facts.banned ?? false,
    limitedUntil: facts.limitedUntil ?? null,
  };
}

/** Returns the score of an unseen paper by the weight of its upvotes and comments. */
export const unseenScore = (weight: number, listedAt: Date | number): number =>
  scoreOf({
    weight,
    exposure: 0,
    outsideWeight: 0,
    outsideExposure: 0,
    prior: PRIOR,
    listedAt,
  });

type PaperFacts = Partial<typeof papers.$inferInsert> & {
  /** Listed by a daily list at that time; otherwise only harvested. */
  listed?: boolean;
};

/** Creates a paper; `listed` lists it, with the score of that one event. */
export async function createPaper(
  { listed = false, ...facts }: PaperFacts = {},
  on: Database = db(),
): Promise<{ id: number; slug: string }> {
  const externalId = facts.externalId ?? `2401.${String(++counter).padStart(5, '0')}`;
  const submittedAt = facts.submittedAt ?? new Date('2026-01-15T12:00:00Z');
  const [paper] = await on
    .insert(papers)
    .values({
      slug: externalId,
      source: 'arxiv',
      externalId,
      title: `Paper ${externalId}`,
      abstract: 'We study what is studied here.',
      publishedAt: new Date('2026-01-10T00:00:00Z'),
      categories: ['cs.LG'],
      ...(listed && {
        listedBy: 'daily_list' as const,
        submittedAt,
        feedDay: submittedAt.toISOString().slice(0, 10),
        trending: unseenScore(0, submittedAt),
      }),
      ...facts,
    })
    .returning({ id: papers.id, slug: papers.slug });
  if (!paper) throw new Error('no paper came back');
  return paper;
}

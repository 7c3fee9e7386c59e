import { and, eq, sql } from 'drizzle-orm';
import type { FollowTarget, NamedTarget } from '@/lib/follows/types';
import { db, type Executor, type Transaction } from '../client';
import { collections, follows, organizations, users } from '../schema';
import { shownCollection } from './collections';

/** Returns an author as papers spell the name, ignoring case; null if no paper has one. */
export async function findAuthor(name: string): Promise<NamedTarget | null> {
  const [row] = await db().execute<{ name: string }>(
    sql`select name from paper_authors where lower(name) = lower(${name}) limit 1`,
  );
  return row ? { kind: 'author', value: row.name, label: row.name } : null;
}

/** Finds an organization by slug or full name. */
export async function findOrganization(
  text: string,
): Promise<(NamedTarget & { id: number }) | null> {
  const [row] = await db()
    .select({ id: organizations.id, value: organizations.slug, label: organizations.name })
    .from(organizations)
    .where(
      sql`lower(${organizations.slug}) = lower(${text}) or lower(${organizations.name}) = lower(${text})`,
    )
    .orderBy(sql`lower(${organizations.slug}) = lower(${text}) desc`, organizations.id)
    .limit(1);
  return row ? { kind: 'organization', ...row } : null;
}

/** Finds a user by handle, with or without @. */
export async function findReader(text: string): Promise<(NamedTarget & { id: string }) | null> {
  const [row] = await db()
    .select({ id: users.id, handle: sql<string>`${users.handle}` })
    .from(users)
    .where(sql`lower(${users.handle}) = lower(${text.replace(/^@/, '')})`);
  return row ? { kind: 'reader', value: row.handle, label: `@${row.handle}`, id: row.id } : null;
}

const MOST_NEAR = 6;

/** Authors, organizations and users whose names start with this prefix, by an index scan. */
export async function listNames(start: string): Promise<NamedTarget[]> {
  const begin = start.replace(/^@/, '').toLowerCase();
  const authors = db().execute<{ name: string }>(sql`
    with recursive near as (
      (select name, lower(name) as low, 1 as n from paper_authors
        where lower(name) >= ${begin} order by lower(name) limit 1)
      union all
      select next.name, next.low, near.n + 1 from near cross join lateral (
        select name, lower(name) as low from paper_authors
        where lower(name) > near.low order by lower(name) limit 1) next
      where near.n < ${MOST_NEAR}
    )
    select name from near where starts_with(low, ${begin})`);
  const groups = db().execute<{ slug: string; name: string }>(sql`
    select slug, name from organizations where starts_with(lower(name), ${begin})
    order by name limit ${MOST_NEAR}`);
  const readers = db().execute<{ handle: string }>(sql`
    select handle from (
      select handle from users where lower(handle) >= ${begin}
      order by lower(handle) limit ${MOST_NEAR}
    ) near where starts_with(lower(handle), ${begin})`);
  return [
    ...(await groups).map(({ slug, name }) => target('organization', slug, name)),
    ...(await authors).map(({ name }) => target('author', name, name)),
    ...(await readers).map(({ handle }) => target('reader', handle, `@${handle}`)),
  ];
}

const target = (kind: NamedTarget['kind'], value: string, label: string): NamedTarget => ({
  kind,
  value,
  label,
});

type Columns = Pick<
  typeof follows.$inferInsert,
  'topic' | 'author' | 'organizationId' | 'readerId' | 'collectionId'
>;

const sameTarget = (userId: string, { kind, value }: FollowTarget) =>
  and(
    eq(follows.userId, userId),
    {
      topic: sql`lower(${follows.topic}) = lower(${value})`,
      author: sql`lower(${follows.author}) = lower(${value})`,
      organization: sql`${follows.organizationId} in (
        select id from organizations where lower(slug) = lower(${value}))`,
      reader: sql`${follows.readerId} in (
        select id from users where lower(handle) = lower(${value.replace(/^@/, '')}))`,
      collection: sql`${follows.collectionId} in (select id from collections where key = ${value})`,
    }[kind],
  );

/**
 * Adds the follow unless one exists in any spelling. Returns false if the user already has `most`
 * follows. Locks the user's row first, so that concurrent inserts are counted.
 */
export async function insertFollow(
  tx: Transaction,
  userId: string,
  followed: NamedTarget & { id?: number | string },
  most: number,
): Promise<boolean> {
  await tx.execute(sql`select from users where id = ${userId}::uuid for no key update`);
  const [state] = await tx
    .select({
      there: sql<boolean>`coalesce(bool_or(${sameTarget(userId, followed)}), false)`,
      count: sql<number>`count(*)::int`,
    })
    .from(follows)
    .where(eq(follows.userId, userId));
  if (state?.there) return true;
  if ((state?.count ?? 0) >= most) return false;
  const columns: Record<NamedTarget['kind'], Columns> = {
    topic: { topic: followed.value },
    author: { author: followed.value },
    organization: { organizationId: Number(followed.id) },
    reader: { readerId: String(followed.id) },
    collection: { collectionId: Number(followed.id) },
  };
  await tx.insert(follows).values({ userId, ...columns[followed.kind] });
  return true;
}

export async function deleteFollow(
  on: Executor,
  userId: string,
  followed: FollowTarget,
): Promise<void> {
  await on.delete(follows).where(sameTarget(userId, followed));
}

/** All follows of a user by kind and name; collections only if visible. */
export async function listFollows(userId: string): Promise<NamedTarget[]> {
  const rows = await db().execute<NamedTarget>(sql`
    select kind, value, label from (
      select 'topic' as kind, topic as value, topic as label from follows
        where user_id = ${userId}::uuid and topic is not null
      union all select 'author', author, author from follows
        where user_id = ${userId}::uuid and author is not null
      union all select 'organization', o.slug, o.name
        from follows f join organizations o on o.id = f.organization_id
        where f.user_id = ${userId}::uuid
      union all select 'reader', u.handle, '@' || u.handle
        from follows f join users u on u.id = f.reader_id
        where f.user_id = ${userId}::uuid and u.handle is not null
      union all select 'collection', ${collections.key}, ${collections.name}
        from follows f join collections on ${collections.id} = f.collection_id
        join users on ${users.id} = ${collections.ownerId}
        where f.user_id = ${userId}::uuid and ${shownCollection}
    ) followed order by kind, lower(label)`);
  return [...rows];
}

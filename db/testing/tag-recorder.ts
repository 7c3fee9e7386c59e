import {
  commentsTag,
  FEEDS,
  organizationTag,
  paperTag,
  readerTag,
  voterTag,
} from '@/lib/base/tags';
import { rawSql } from '../client';
import { listenForInvalidations } from '../listen';
import { INVALIDATION_CHANNEL } from '../queries/invalidation';

type Row = Record<string, unknown>;
type Touch = { relation: string; before: Row | null; after: Row | null };

/** Columns changed by votes, comments or time, which invalidate no page. */
const COUNTED = new Set([
  'upvote_count',
  'comment_count',
  'author_count',
  'weight_sum',
  'exposure',
  'outside_weight',
  'outside_exposure',
  'trending',
  'shuffle',
]);

const changedColumns = ({ before, after }: Touch): string[] => {
  const names = Object.keys(after ?? before ?? {});
  return names.filter(
    (name) => JSON.stringify(before?.[name]) !== JSON.stringify(after?.[name]) || !before || !after,
  );
};
const ids = (touch: Touch, column: string): number[] => [
  ...new Set(
    [touch.before?.[column], touch.after?.[column]].flatMap((id) =>
      id == null ? [] : [Number(id)],
    ),
  ),
];
const ofPaper = (touch: Touch): string[] => ids(touch, 'paper_id').map(paperTag);

/** For each table shown on cached pages: the tags required for a change to appear. */
const EXPECTED: Record<string, (touch: Touch) => string[]> = {
  papers(touch) {
    if (!touch.before) return [FEEDS];
    if (!changedColumns(touch).some((name) => !COUNTED.has(name))) return [];
    // Feed rows do not show whether a discussion is locked.
    const feeds = changedColumns(touch).some((name) => !COUNTED.has(name) && name !== 'locked_at');
    const organizations = feeds ? ids(touch, 'organization_id').map(organizationTag) : [];
    return [...(feeds ? [FEEDS] : []), ...ids(touch, 'id').map(paperTag), ...organizations];
  },
  paper_authors: ofPaper,
  paper_badges: (touch) => (Number((touch.after ?? touch.before)?.rank) > 3 ? [] : ofPaper(touch)),
  paper_listings: ofPaper,
  paper_versions: ofPaper,
  source_pictures: (touch) =>
    changedColumns(touch).includes('picture') && (touch.before?.picture || touch.after?.picture)
      ? ofPaper(touch)
      : [],
  paper_corrections: ofPaper,
  // Casting and removing a vote invalidates nothing; only a job changes its weight.
  upvotes: (touch) =>
    touch.before && touch.after && changedColumns(touch).includes('weight') ? ofPaper(touch) : [],
  excluded_votes: ofPaper,
  comments(touch) {
    const papers = ids(touch, 'paper_id');
    const counted = new Set(['upvote_count', 'upvotes', 'score']);
    const changed = changedColumns(touch).filter((name) => !counted.has(name));
    return changed.length > 0 ? papers.map(commentsTag) : [];
  },
  organizations: (touch) => (touch.before ? ids(touch, 'id').map(organizationTag) : []),
  organization_members: (touch) => ids(touch, 'organization_id').map(organizationTag),
  users(touch) {
    const shown = [
      'handle',
      'name',
      'bio',
      'links',
      'orcid',
      'votes_private',
      'banned_at',
      'role',
      'picture',
    ];
    if (!touch.before || !changedColumns(touch).some((name) => shown.includes(name))) return [];
    const handles = [touch.before.handle, touch.after?.handle].filter(Boolean) as string[];
    // A user without a handle could not vote.
    const named =
      Boolean(touch.before.handle) &&
      changedColumns(touch).some((name) => ['handle', 'name', 'picture'].includes(name));
    return [...handles.map(readerTag), ...(named ? [voterTag(String(touch.before.id))] : [])];
  },
  collections(touch) {
    const row = touch.after ?? touch.before;
    const shows = [touch.before, touch.after].some((one) => one?.visibility === 'public');
    return shows && touch.before ? [`collection:${row?.key}`] : [];
  },
};

/**
 * Records which rows of this database are written and which tags are published, and reports missing
 * tags: those without which the next visitor would see stale data. For tests that exercise all
 * writes.
 */
export async function recordTags(databaseUrl: string) {
  const sql = rawSql();
  await sql.unsafe(`
    create table touched_rows (id bigint primary key generated always as identity,
      relation text not null, before jsonb, after jsonb);
    create function touch_row() returns trigger language plpgsql as $$ begin
      if tg_op = 'UPDATE' and old is not distinct from new then return null; end if;
      insert into touched_rows (relation, before, after) values (tg_table_name,
        case when tg_op <> 'INSERT' then to_jsonb(old) end,
        case when tg_op <> 'DELETE' then to_jsonb(new) end);
      return null;
    end $$;
    ${Object.keys(EXPECTED)
      .map(
        (table) => `create trigger touch_row after insert or update or delete on ${table}
          for each row execute function touch_row();`,
      )
      .join('\n')}`);
  const heard = new Set<string>();
  let connected = () => {};
  const listening = new Promise<void>((done) => {
    connected = done;
  });
  const stop = listenForInvalidations(databaseUrl, {
    onTags: (tags) => {
      for (const tag of tags) heard.add(tag);
    },
    onConnected: () => connected(),
  });
  await listening;
  let marks = 0;

  /** Waits until everything published before this call has been received. */
  const settle = async () => {
    const mark = `mark:${++marks}`;
    await sql.notify(INVALIDATION_CHANNEL, JSON.stringify([mark]));
    while (!heard.has(mark)) await new Promise((wake) => setTimeout(wake, 2));
  };

  return {
    stop,
    /** Runs `work`; returns its result and the tags it failed to publish. */
    async missing<T>(work: () => Promise<T>): Promise<{ result: T; missing: string[] }> {
      await settle();
      heard.clear();
      await sql`delete from touched_rows`;
      const result = await work();
      await settle();
      const touches = await sql<Touch[]>`select relation, before, after from touched_rows`;
      const wanted = touches.flatMap((touch) =>
        (EXPECTED[touch.relation]?.(touch) ?? []).map((tag) => `${touch.relation}: ${tag}`),
      );
      // A new paper has no cached page yet.
      const fresh = new Set(
        touches.flatMap(({ relation, before, after }) =>
          relation === 'papers' && !before ? paperTag(Number(after?.id)) : [],
        ),
      );
      const missing = wanted.filter((one) => {
        const tag = one.slice(one.indexOf(': ') + 2);
        return !heard.has(tag) && !fresh.has(tag);
      });
      return { result, missing: [...new Set(missing)].sort() };
    },
  };
}

import { type SQL, sql } from 'drizzle-orm';
import type { Crowding } from '@/lib/moderation/types';
import type { Transaction } from '../client';

export type CrowdKind = 'mailbox' | 'crowd' | 'newcomers';

/** Votes of one group of users on one paper; `name` is the mailbox, network or day they share. */
export type Crowd = { name: string; paperId: number; users: string[] };

/** Pairs of a group and a paper that are examined, most votes first. */
const MOST_CROWDS = 500;

const n = (value: number) => sql.raw(`${value}::double precision`);

/**
 * Papers on which users with the same `shared`, a column of the gathered votes, cast too many
 * votes, most first. `recent` is the temporary table of ./moderation-patterns.
 */
export async function listCrowds(
  tx: Transaction,
  shared: SQL,
  crowding: Crowding,
): Promise<Crowd[]> {
  return tx.execute<Crowd>(sql`
    with pairs as materialized (
      select ${shared} as name, paper_id, count(*) as votes from recent
      where ${shared} is not null group by 1, 2 having count(*) >= ${n(crowding.votes)}
    ),
    of_group as materialized (
      select ${shared} as name, count(*) as votes, count(distinct user_id) as voters from recent
      where ${shared} in (select name from pairs) group by 1
    ),
    of_paper as materialized (
      select paper_id, count(*) as votes from recent
      where paper_id in (select paper_id from pairs) group by 1
    ),
    crowded as (
      select name, paper_id, pairs.votes from pairs
      join of_group using (name) join of_paper using (paper_id)
      where ${tooMany(crowding)}
      order by pairs.votes desc, name, paper_id limit ${MOST_CROWDS}
    )
    select name::text as name, paper_id::double precision as "paperId", array(
      select r.user_id from recent r where r.paper_id = crowded.paper_id and r.${shared} = crowded.name
      order by r.created_at desc) as users
    from crowded order by votes desc, name, paper_id`);
}

/** `Crowding` as a condition, relative to the group's votes on other papers. */
function tooMany({ times, share }: Crowding): SQL {
  if (times === undefined || share === undefined) return sql`true`;
  return sql`(pairs.votes >= of_group.voters * ${n(share)}
    or pairs.votes * ((select count(*) from recent) - of_paper.votes)
      >= ${n(times)} * (of_group.votes - pairs.votes) * of_paper.votes)`;
}

import { closeDatabase, connect } from '@/db/client';
import { createUser } from '@/db/testing/factories';
import { indexAll } from '@/lib/search/service';
import { listCandidates } from '@/lib/taste/candidates';
import { getForYou } from '@/lib/taste/data';
import { learnTaste } from '@/lib/taste/learning';
import { quantile } from '../quantile';
import { fillTexts } from '../search/texts';

const READERS = 10;
const PAGES = 200;
/** Of all papers, those listed within the days of For you; the rest were only harvested. */
const LISTED = 12_000;

async function timed(times: number, work: (n: number) => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let n = 0; n < times; n++) {
    const begun = performance.now();
    await work(n);
    taken.push(performance.now() - begun);
  }
  return taken.sort((a, b) => a - b);
}

/** Measures learning and pages of readers with `likes` upvotes on the empty site at `url`. */
export async function measureForYou(url: string, papers: number, likes: number) {
  // Not the site's own connections, whose statements have a deadline.
  const { sql, db } = connect(url, { max: 2 });
  try {
    await fillTexts(sql, papers);
    await indexAll(db);
    await sql`update papers set trending = random(), shuffle = random(),
      submitted_at = now() - random() * interval '13 days', feed_day = current_date, listed_by = 'upvote'
      where id in (select id from papers order by id desc limit ${LISTED})`;
    const readers: string[] = [];
    for (let n = 0; n < READERS; n++) {
      const { id } = await createUser({}, db);
      await sql`insert into upvotes (paper_id, user_id, created_at)
        select id, ${id}, now() - random() * interval '90 days' from papers
        order by random() limit ${likes}`;
      readers.push(id);
    }
    await sql`vacuum analyze`;
    const reader = (n: number): string => readers[n % READERS] ?? '';
    const learning = await timed(READERS, (n) => learnTaste(reader(n)));
    const first = await timed(1, () => getForYou(reader(0), 1));
    // The features of all candidates are read in the background.
    while ((await listCandidates()).length < Math.min(papers, LISTED)) {
      await new Promise((wake) => setTimeout(wake, 200));
    }
    const pages = await timed(PAGES, (n) => getForYou(reader(n), 1 + (n % 3)));
    const row = (name: string, times: number[]) => [
      name,
      quantile(times, 0.5).toFixed(0),
      quantile(times, 0.99).toFixed(0),
    ];
    return [
      row(`learning from ${likes} likes`, learning),
      row('the first page after a start', first),
      row('a page', pages),
    ];
  } finally {
    await Promise.all([closeDatabase(), sql.end()]);
  }
}

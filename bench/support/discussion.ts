import { randomUUID } from 'node:crypto';
import { sql as condition } from 'drizzle-orm';
import { connect } from '@/db/client';
import { recomputePapers } from '@/db/queries/votes';
import { renderMarkdown } from '@/lib/markup/render';

/** Repeated comment texts: a sentence, one with math, one with a list and code. */
const TEXTS = [
  'The second experiment does not say which seed was used, and the figures differ by two points.',
  'Does this hold for $\\ell_p$ norms with $p < 1$? I get $$\\|x\\|_p^p = \\sum_i |x_i|^p$$ as usual.',
  'Three things:\n\n- the baseline is *old*\n- the ablation is short\n- `lr` is missing\n\n```python\nlr = 3e-4\n```',
];

/** Comments per thread: a top-level one, with nested and sibling replies. */
const PER_THREAD = 10;

/** Adds `count` comments by 50 users to a paper, in threads of ten, some of them upvoted. */
export async function fillDiscussion(url: string, slug: string, count: number): Promise<void> {
  const { sql, db } = connect(url);
  try {
    const texts = await Promise.all(
      TEXTS.map(async (markdown) => ({ markdown, ...(await renderMarkdown(markdown)) })),
    );
    const [paper] = await sql`select id from papers where slug = ${slug}`;
    const readers = await sql`select id from users order by handle limit 50`;
    let thread: number[] = [];
    for (let n = 0; n < count; n++) {
      if (n % PER_THREAD === 0) thread = [];
      const { markdown, html, renderer } = texts[n % texts.length] as (typeof texts)[number];
      const [row] = await sql`
        insert into comments (paper_id, parent_id, user_id, client_key, markdown, html, renderer,
          upvote_count, created_at)
        values (${paper?.id}, ${thread[Math.floor(thread.length / 2)] ?? null},
          ${readers[n % readers.length]?.id}, ${randomUUID()}, ${markdown}, ${html}, ${renderer},
          0, now() - ${count - n} * interval '1 minute')
        returning id`;
      thread.push(Number(row?.id));
    }
    await sql`insert into comment_upvotes (comment_id, user_id)
      select c.id, u.id from comments c join users u on abs(hashtext(u.handle || c.id)) % 100 = 0
      where c.paper_id = ${paper?.id}`;
    await sql`update comments c set upvote_count =
      (select count(*) from comment_upvotes where comment_id = c.id) where paper_id = ${paper?.id}`;
    await db.transaction((tx) => recomputePapers(tx, condition`p.slug = ${slug}`));
    await sql`vacuum analyze comments, comment_upvotes`;
  } finally {
    await sql.end();
  }
}

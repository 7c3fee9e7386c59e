import { randomBytes } from 'node:crypto';
import { db, transaction } from '@/db/client';
import { listPaper, recomputePaper } from '@/db/queries/votes';
import { comments, papers, users } from '@/db/schema';
import { renderMarkdown } from '@/lib/markup/render';
import type { Role, Viewer } from '@/lib/web/types';

const HOUR = 3_600_000;

/** Returns a unique suffix for a handle or an identifier. */
export const ending = (): string => randomBytes(4).toString('hex');

/** Creates a user as part of the demo, so that removing the demo deletes it. */
export async function makeUser(name: string, role: Role = 'member'): Promise<Viewer> {
  const handle = `${name}-${ending()}`;
  const createdAt = new Date(Date.now() - 30 * 24 * HOUR);
  const [row] = await db()
    .insert(users)
    .values({ handle, role, createdAt, isDemo: true })
    .returning({ id: users.id });
  if (!row) throw new Error('The database returned no user');
  return { id: row.id, handle, name: null, role, banned: false, limitedUntil: null, createdAt };
}

/** Creates a paper, listed two hours ago as a submission of `by`. */
export async function makePaper(
  title: string,
  by: Viewer,
  facts: { withdrawn?: true } = {},
): Promise<{ id: number; slug: string }> {
  const slug = `scenario${ending()}`;
  const at = new Date(Date.now() - 2 * HOUR);
  return transaction(async (tx) => {
    const [paper] = await tx
      .insert(papers)
      .values({
        slug,
        source: 'scenario',
        externalId: slug,
        title,
        summary: 'Made by npm run demo -- scenario, to look at a state of the site.',
        summaryBy: 'Papertide',
        publishedAt: at,
        categories: ['cs.LG'],
        isDemo: true,
        ...facts,
      })
      .returning({ id: papers.id, slug: papers.slug });
    if (!paper) throw new Error('The database returned no paper');
    const day = at.toISOString().slice(0, 10);
    await listPaper(tx, paper.id, { by: 'submission', at, day, submittedBy: by.id });
    await recomputePaper(tx, paper.id);
    return paper;
  });
}

/**
 * Posts `count` comments of these users on a paper: a tenth are threads, the others replies, at
 * most four levels deep.
 */
export async function makeThread(paperId: number, by: Viewer[], count: number): Promise<void> {
  const { html, renderer } = await renderMarkdown(
    'Does the bound $O(n \\log n)$ hold for **all** inputs?',
  );
  let parents: (number | null)[] = [null];
  let made = 0;
  await transaction(async (tx) => {
    for (const share of [0.1, 0.3, 0.3, 0.3]) {
      const rows = Array.from({ length: Math.round(count * share) }, (_, i) => ({
        paperId,
        userId: by[i % by.length]?.id ?? '',
        parentId: parents[i % parents.length] ?? null,
        markdown: 'Does the bound $O(n \\log n)$ hold for **all** inputs?',
        html,
        renderer,
        createdAt: new Date(Date.now() - HOUR + (made + i) * 1_000),
      }));
      const ids = await tx.insert(comments).values(rows).returning({ id: comments.id });
      made += ids.length;
      parents = ids.map(({ id }) => id);
    }
    await recomputePaper(tx, paperId);
  });
}

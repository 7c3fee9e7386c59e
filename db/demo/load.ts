import { eq, sql } from 'drizzle-orm';
import { type Database, type Transaction, transaction } from '../client';
import { closePeriods } from '../queries/badges';
import { recomputePapers } from '../queries/votes';
import { comments, organizations, paperAuthors, papers, upvotes, users } from '../schema';
import { type DemoPaper, readCatalogue } from './catalogue';
import { readDiscussions } from './discussions';
import { type PlannedComment, type PlannedPaper, planDemo } from './plan';
import { readers as handles } from './readers';
import { forgetRemoval } from './wanted';

const SEED = 42;
/** Rows per insert: far below the limit of 65,534 parameters per statement. */
const CHUNK = 1_000;

/** `renderer` 0 means that the text could not be rendered in time. */
export type RenderMarkdown = (markdown: string) => Promise<{ html: string; renderer: number }>;

export type DemoCounts = { papers: number; readers: number; upvotes: number; comments: number };

type Options = {
  /** All times of the demo are before this. */
  now?: Date;
  seed?: number;
  /** The renderer of all comments, passed in because lib/markup is a layer above db/. */
  render: RenderMarkdown;
};

/**
 * Loads the demo in one transaction. An existing paper is unchanged and gets no invented vote.
 * Returns null if the demo is already loaded.
 */
export async function loadDemo(on: Database, options: Options): Promise<DemoCounts | null> {
  if (await isLoaded(on)) return null;
  const { now = new Date(), seed = SEED, render } = options;
  const plan = planDemo(
    { papers: readCatalogue(), comments: readDiscussions(), readers: handles },
    { now, seed },
  );
  const rendered = await renderAll(plan.comments, render);

  return transaction(async (tx) => {
    // Serializes concurrent loads.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('papertide demo'))`);
    if (await isLoaded(tx)) return null;
    await forgetRemoval(tx);
    const readerIds = await insertReaders(tx, now);
    const paperIds = await insertPapers(tx, plan.papers, readerIds);
    const counts = {
      papers: paperIds.size,
      readers: readerIds.size,
      upvotes: await insertUpvotes(tx, plan.papers, { readerIds, paperIds }),
      comments: await insertComments(tx, rendered, { readerIds, paperIds }),
    };
    await recomputePapers(tx, sql`p.is_demo`);
    await closePeriods(tx, now);
    return counts;
  }, on);
}

type Rendered = PlannedComment & { html: string; renderer: number };
type Ids = { readerIds: Map<string, string>; paperIds: Map<string, number> };

/** Renders sequentially. On a busy machine a text may time out; it is retried. */
async function renderAll(planned: PlannedComment[], render: RenderMarkdown): Promise<Rendered[]> {
  const rendered: Rendered[] = [];
  for (const comment of planned) {
    let outcome = await render(comment.markdown);
    for (let retry = 0; retry < 3 && outcome.renderer === 0; retry++) {
      outcome = await render(comment.markdown);
    }
    rendered.push({ ...comment, ...outcome });
  }
  return rendered;
}

async function isLoaded(on: Database | Transaction): Promise<boolean> {
  const found = await on
    .select({ id: users.id })
    .from(users)
    .where(eq(users.isDemo, true))
    .limit(1);
  return found.length > 0;
}

/** A handle that a real user has taken gets a suffix. */
async function insertReaders(tx: Transaction, now: Date): Promise<Map<string, string>> {
  const taken = new Set(
    (await tx.execute<{ handle: string }>(sql`select lower(handle) as handle from users`)).map(
      (row) => row.handle,
    ),
  );
  const chosen = handles.map((handle) => (taken.has(handle) ? `${handle}-demo` : handle));
  const rows = await tx
    .insert(users)
    .values(
      chosen.map((handle, i) => ({
        handle,
        isDemo: true,
        // Old enough that no vote counts as one of a new account.
        createdAt: new Date(now.getTime() - (30 + i) * 86_400_000),
      })),
    )
    .returning({ id: users.id, handle: users.handle });
  const idOf = new Map(rows.map((row) => [row.handle, row.id]));
  return new Map(handles.map((handle, i) => [handle, idOf.get(chosen[i] ?? '') as string]));
}

async function insertPapers(
  tx: Transaction,
  planned: PlannedPaper[],
  readerIds: Map<string, string>,
): Promise<Map<string, number>> {
  const organizationIds = await insertOrganizations(tx, planned);
  const rows = await tx
    .insert(papers)
    .values(
      planned.map(({ paper, submittedAt, submittedBy, shuffle }) => ({
        slug: paper.id,
        source: 'arxiv',
        externalId: paper.id,
        title: paper.title,
        summary: paper.summary,
        summaryBy: 'Papertide',
        publishedAt: new Date(`${paper.published}T00:00:00Z`),
        categories: paper.categories,
        authorCount: paper.authors.length,
        organizationId: organizationIds.get(paper.organization ?? '') ?? null,
        codeUrl: paper.code ?? null,
        projectUrl: paper.project ?? null,
        submittedBy: readerIds.get(submittedBy) ?? null,
        listedBy: 'submission' as const,
        submittedAt,
        feedDay: submittedAt.toISOString().slice(0, 10),
        shuffle,
        isDemo: true,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: papers.id, slug: papers.slug });
  const ids = new Map(rows.map((row) => [row.slug, row.id]));
  const authors = planned.flatMap(({ paper }) => authorRows(paper, ids.get(paper.id)));
  for (const chunk of chunks(authors)) await tx.insert(paperAuthors).values(chunk);
  return ids;
}

const authorRows = (paper: DemoPaper, paperId: number | undefined) =>
  paperId === undefined ? [] : paper.authors.map((name, position) => ({ paperId, position, name }));

async function insertOrganizations(
  tx: Transaction,
  planned: PlannedPaper[],
): Promise<Map<string, number>> {
  const names = [...new Set(planned.flatMap(({ paper }) => paper.organization ?? []))];
  if (names.length === 0) return new Map();
  await tx
    .insert(organizations)
    .values(names.map((name) => ({ slug: name.toLowerCase(), name })))
    .onConflictDoNothing();
  const rows = await tx
    .select({ id: organizations.id, slug: organizations.slug })
    .from(organizations);
  const bySlug = new Map(rows.map((row) => [row.slug.toLowerCase(), row.id]));
  return new Map(
    names.flatMap((name) => {
      const id = bySlug.get(name.toLowerCase());
      return id === undefined ? [] : [[name, id] as const];
    }),
  );
}

async function insertUpvotes(tx: Transaction, planned: PlannedPaper[], ids: Ids): Promise<number> {
  const rows = planned.flatMap(({ paper, upvotes }) =>
    upvotes.flatMap(({ reader, at }) => {
      const [userId, paperId] = [ids.readerIds.get(reader), ids.paperIds.get(paper.id)];
      return userId && paperId !== undefined ? [{ userId, paperId, createdAt: at }] : [];
    }),
  );
  for (const chunk of chunks(rows)) await tx.insert(upvotes).values(chunk);
  return rows.length;
}

/** In chronological order, so that ids increase with time and parents exist before replies. */
async function insertComments(tx: Transaction, planned: Rendered[], ids: Ids): Promise<number> {
  const idOf = new Map<number, number>();
  const inOrder = planned.toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.key - b.key);
  for (const { key, parent, paper, reader, at, markdown, html, renderer } of inOrder) {
    const [userId, paperId] = [ids.readerIds.get(reader), ids.paperIds.get(paper)];
    if (!userId) throw new Error(`The demo has no reader "${reader}"`);
    if (paperId === undefined) continue;
    const parentId = parent === null ? null : idOf.get(parent);
    const [row] = await tx
      .insert(comments)
      .values({ paperId, userId, parentId, markdown, html, renderer, createdAt: at })
      .returning({ id: comments.id });
    if (row) idOf.set(key, row.id);
  }
  return idOf.size;
}

function* chunks<T>(rows: T[]): Generator<T[]> {
  for (let i = 0; i < rows.length; i += CHUNK) yield rows.slice(i, i + CHUNK);
}

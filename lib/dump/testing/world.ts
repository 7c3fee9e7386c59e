import { randomUUID } from 'node:crypto';
import { db, rawSql, transaction } from '@/db/client';
import { loadDemo } from '@/db/demo';
import { listPaper } from '@/db/queries/votes';
import { createPaper, createUser } from '@/db/testing/factories';
import { claim, settle } from '@/lib/claims/testing/claims';
import { arrangePapers, collectPaper, createCollection } from '@/lib/collections/service';
import { deleteComment, editComment, postComment } from '@/lib/comments/service';
import { correctPaper } from '@/lib/corrections/service';
import { setFollow } from '@/lib/follows/service';
import { renderMarkdown } from '@/lib/markup/render';
import { banReader, hideComment, lockDiscussion, mergePapers } from '@/lib/moderation/service';
import { reactToComment, settleComment, upvoteComment } from '@/lib/reactions/service';
import { setUpvote } from '@/lib/votes/service';
import type { Viewer } from '@/lib/web/types';

/** Every text with it is private and must not be in a dump. */
export const SECRET = 'KEPT-BACK';
export const ORCID = '0000-0002-1825-0097';

type Comment = Parameters<typeof postComment>[1];

const done = async <T>(result: Promise<{ ok: boolean; data?: T }>): Promise<T> => {
  const { ok, data } = await result;
  if (!ok) throw new Error(`A step of the world was refused: ${JSON.stringify(await result)}`);
  return data as T;
};

async function say(viewer: Viewer, paperId: number, markdown: string, more: Partial<Comment> = {}) {
  await rawSql()`delete from rate_limits`;
  const input = { paperId, markdown, clientKey: randomUUID(), ...more };
  return (await done(postComment({ viewer }, input))).commentId;
}

/** A site with something of each kind, public and private, beside the demo. */
export async function makeWorld() {
  await loadDemo(db(), {
    render: async (markdown) => renderMarkdown(markdown),
    now: new Date('2026-07-20T12:00:00Z'),
  });
  const [ada, grace, shy, banned, moderator] = [
    await createUser({ handle: 'ada-l', name: 'Ada Lovelace', email: `ada-${SECRET}@example.org` }),
    await createUser({ handle: 'grace-h' }),
    await createUser({ handle: 'shy-voter' }),
    await createUser({ handle: 'noise-maker' }),
    await createUser({ handle: 'keeper', role: 'moderator' }),
  ];
  await createUser({ handle: null, name: SECRET });
  await addProfiles(ada, shy, banned);
  const paper = await addPaper(ada, moderator);
  for (const viewer of [grace, shy, banned, ada]) {
    await done(setUpvote({ viewer }, { paperId: paper.id, upvoted: true }));
  }
  const thread = await addDiscussion(paper.id, { ada, grace, shy, banned, moderator });
  const lists = await addLists(paper.slug, { ada, shy });
  await addOrganization(paper.slug, { ada, grace, shy });
  const why = { reason: 'It is noise.' };
  await done(
    banReader({ viewer: moderator }, { handle: 'noise-maker', days: null, hide: 'all', ...why }),
  );
  const twice = await createPaper({ listed: true, title: 'The same paper twice' });
  await done(
    mergePapers({ viewer: moderator }, { slug: twice.slug, into: paper.slug, reason: 'The same.' }),
  );
  await createPaper({ title: `${SECRET} removed`, removedAt: new Date() });
  await done(
    lockDiscussion(
      { viewer: moderator },
      { slug: twice.slug === paper.slug ? '' : paper.slug, reason: 'Heated.' },
    ),
  );
  await addPrivate(ada, shy, paper.id);
  return { ada, grace, shy, banned, moderator, paper, twice, thread, ...lists };
}

async function addProfiles(ada: Viewer, shy: Viewer, banned: Viewer): Promise<void> {
  const sql = rawSql();
  await sql`insert into pictures (hash, width, height) values (${'a'.repeat(64)}, 320, 320),
    (${'b'.repeat(64)}, 1280, 720), (${'c'.repeat(64)}, 640, 480), (${'d'.repeat(64)}, 320, 320)`;
  await sql`update users set bio = 'Notes on the\nengine.', links = '{https://ada.example/}',
    orcid = ${ORCID}, picture = ${'a'.repeat(64)} where id = ${ada.id}`;
  await sql`insert into accounts (user_id, type, provider, provider_account_id)
    values (${ada.id}, 'oauth', 'orcid', ${ORCID}), (${shy.id}, 'oauth', 'github', ${SECRET})`;
  await sql`update users set votes_private = true where id = ${shy.id}`;
  await sql`update users set bio = ${SECRET} where id = ${banned.id}`;
}

async function addPaper(ada: Viewer, moderator: Viewer) {
  const sql = rawSql();
  const paper = await createPaper({
    externalId: '2607.01234',
    title: 'On $L^2$ engines\u2028and "quotes"',
    version: 2,
    authorCount: 2,
    codeUrl: 'https://github.com/ada/engine',
    codeStars: 12,
    codeStarsOn: '2026-07-19',
    codeMomentum: 1.25,
    keywords: ['engines'],
    doi: '10.1000/x',
    note: '12 pages',
    mediaUrls: ['https://ada.example/film.mp4'],
  });
  await sql`insert into paper_authors (paper_id, position, name, orcid)
    values (${paper.id}, 0, 'Ada Lovelace', ${ORCID}), (${paper.id}, 1, 'Grace Hopper', null)`;
  await sql`insert into paper_versions (paper_id, version, released_at, title, abstract)
    values (${paper.id}, 1, '2026-07-01', 'An older title', 'An older abstract.'),
      (${paper.id}, 2, '2026-07-10T01:02:03.456789Z', null, null)`;
  await sql`insert into paper_listings (paper_id, site, day, upvotes, comments, submitter,
      submitter_handle, submitter_avatar, media_urls, thumbnail)
    values (${paper.id}, 'huggingface.co', '2026-07-18', 31, 2, 'Someone', 'someone',
      '/avatars/1.svg', '["https://cdn.example/1.mp4"]', 'https://cdn.example/1.png')`;
  await sql`insert into source_pictures (paper_id, kind, url, caption, picture, state)
    values (${paper.id}, 'figure', null, 'An engine', ${'b'.repeat(64)}, 'stored'),
      (${paper.id}, 'thumbnail', ${`https://${SECRET}.example/`}, null, null, 'removed')`;
  await sql`insert into code_repositories (repo, full_name, state, stars, etag)
    values ('ada/engine', 'Ada/engine', 'found', 12, ${SECRET})`;
  await sql`insert into code_stars values ('ada/engine', '2026-07-18', 10),
    ('ada/engine', '2026-07-19', 12)`;
  await sql`insert into paper_exposures values (${paper.id}, '2026-07-18', 101.5),
    (${paper.id}, '2026-07-19', 33.25)`;
  await transaction((tx) =>
    listPaper(tx, paper.id, {
      by: 'submission',
      at: new Date('2026-07-18T10:11:12.131Z'),
      day: '2026-07-18',
      submittedBy: ada.id,
    }),
  );
  await claim(ada, paper.slug);
  await settle(moderator, ada, 'confirm');
  const facts = { paper: paper.slug, project: 'https://ada.example/engine', organization: null };
  for (const summary of ['What it does.', 'What it does: $x$.']) {
    await done(
      correctPaper({ viewer: ada }, { ...facts, summary, code: 'https://github.com/ada/engine' }),
    );
  }
  return paper;
}

type People = Record<'ada' | 'grace' | 'shy' | 'banned' | 'moderator', Viewer>;

async function addDiscussion(paperId: number, { ada, grace, shy, banned, moderator }: People) {
  const question = await say(grace, paperId, 'Does $x^2$ hold, @ada-l?', { kind: 'question' });
  const reply = await say(ada, paperId, 'It does.\n\n> **always**', { parentId: question });
  await say(shy, paperId, 'Thanks! See 2607.01234.', { parentId: reply });
  for (const [revision, markdown] of ['It does, nearly.', 'It does, nearly *always*.'].entries()) {
    await rawSql()`delete from rate_limits`;
    await done(editComment({ viewer: ada }, { commentId: reply, revision, markdown }));
  }
  await done(settleComment({ viewer: ada }, { commentId: question, settled: true }));
  await done(upvoteComment({ viewer: shy }, { commentId: reply, upvoted: true }));
  await done(upvoteComment({ viewer: grace }, { commentId: reply, upvoted: true }));
  await done(reactToComment({ viewer: shy }, { commentId: reply, reaction: 'thanks', on: true }));
  await done(reactToComment({ viewer: grace }, { commentId: reply, reaction: 'thanks', on: true }));
  await done(reactToComment({ viewer: grace }, { commentId: reply, reaction: 'agree', on: true }));
  const gone = await say(grace, paperId, `${SECRET} deleted`);
  await say(ada, paperId, 'Answered before it was deleted.', { parentId: gone });
  await done(deleteComment({ viewer: grace }, { commentId: gone }));
  const hidden = await say(ada, paperId, `${SECRET} hidden`);
  await say(grace, paperId, 'Answered before it was hidden.', { parentId: hidden });
  await done(hideComment({ viewer: moderator }, { id: hidden, reason: 'Not about the paper.' }));
  await say(banned, paperId, `${SECRET} by a banned user`);
  return { question, reply, gone, hidden };
}

async function addLists(slug: string, { ada, shy }: Pick<People, 'ada' | 'shy'>) {
  const others = await rawSql()`select slug from papers where is_demo order by id limit 3`;
  const { key } = await done(
    createCollection(
      { viewer: ada },
      { name: 'Engines', description: 'All of\nthem', visibility: 'public', paper: slug },
    ),
  );
  for (const one of others) {
    const input = { collection: key, paper: String(one.slug), there: true, note: 'Read *this*' };
    await done(collectPaper({ viewer: ada }, input));
  }
  const move = { paper: slug, to: 3 };
  await done(arrangePapers({ viewer: ada }, { collection: key, notes: [], move }));
  await done(setFollow({ viewer: shy }, { kind: 'collection', value: key, following: true }));
  for (const visibility of ['private', 'unlisted'] as const) {
    await done(
      createCollection(
        { viewer: ada },
        { name: `${SECRET} ${visibility}`, description: '', visibility, paper: slug },
      ),
    );
  }
  return { collection: key };
}

async function addOrganization(
  slug: string,
  { ada, grace, shy }: Omit<People, 'banned' | 'moderator'>,
) {
  const sql = rawSql();
  await sql`insert into organizations (slug, name, source_name, avatar_url, description, links,
      picture, founder_id)
    values ('tidal-lab', 'Tidal Lab', 'Tidal-Lab', 'https://cdn.example/lab.png', 'We study tides.',
      '{https://lab.example/}', ${'c'.repeat(64)}, ${grace.id})`;
  await sql`insert into organization_members (organization_id, user_id, role, hidden, joined_at)
    select o.id, m.user_id, m.role, m.hidden, now() - m.age::interval from organizations o,
      (values (${ada.id}::uuid, 'member', false, '3 days'),
        (${grace.id}::uuid, 'administrator', false, '2 days'),
        (${shy.id}::uuid, 'member', true, '1 day')) m (user_id, role, hidden, age)
    where o.slug = 'tidal-lab'`;
  await sql`update papers set organization_id = (select id from organizations
    where slug = 'tidal-lab') where slug = ${slug}`;
}

/** Rows of what nobody else sees. */
async function addPrivate(ada: Viewer, shy: Viewer, paperId: number): Promise<void> {
  const sql = rawSql();
  await sql`insert into saved_searches (user_id, name, query) values (${ada.id}, ${SECRET}, 'q=x')`;
  await sql`insert into mutes (user_id, kind, value) values (${ada.id}, 'word', ${SECRET})`;
  await sql`insert into reports (reporter_id, paper_id, reason, words)
    values (${shy.id}, ${paperId}, 'wrong', ${SECRET})`;
  await sql`insert into sessions (token_hash, user_id, device, expires)
    values (${'e'.repeat(64)}, ${ada.id}, ${SECRET}, now() + interval '1 day')`;
  await sql`insert into groups (slug, name, owner_id) values ('g', ${SECRET}, ${ada.id})`;
  await sql`insert into group_members (group_id, user_id) select id, owner_id from groups`;
  await sql`insert into submissions (source, external_id, user_id, status, details)
    values ('arxiv', ${SECRET}, ${ada.id}, 'draft', '{}')`;
  await sql`update users set limited_until = now() + interval '1 day' where id = ${ada.id}`;
  await sql`update upvotes set network = ${SECRET}`;
}

import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { db, rawSql, transaction } from '@/db/client';
import { writeLog } from '@/db/queries/moderation';
import { insertUpvote } from '@/db/queries/votes';
import { comments, paperAuthors, papers } from '@/db/schema';
import { useTestDatabase } from '@/db/testing/database';
import { emptyTables } from '@/db/testing/empty';
import { createPaper, createUser } from '@/db/testing/factories';
import { forgetEnv } from '@/lib/base/env';
import { importFile, noCounts } from '@/lib/ingest/importer';
import { findDump, listDumps } from './files';
import { dumpResponse, readDumpName } from './route';
import { writeDump } from './service';

useTestDatabase();

let folder: string;
beforeEach(async () => {
  await emptyTables('users', 'papers', 'organizations', 'moderation_log');
  folder = await mkdtemp(path.join(tmpdir(), 'papertide-dump-'));
  process.env.DUMPS_DIR = folder;
  forgetEnv();
});
afterEach(async () => {
  delete process.env.DUMPS_DIR;
  forgetEnv();
  await rm(folder, { recursive: true });
});

// biome-ignore lint/suspicious/noExplicitAny: lines of every kind
type Line = Record<string, any>;

async function dumped(): Promise<{ text: string; lines: Line[] }> {
  const { file } = await writeDump();
  const text = gunzipSync(await readFile(path.join(folder, file))).toString();
  return {
    text,
    lines: text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  };
}

const say = (paperId: number, userId: string, markdown: string, more = {}) =>
  db()
    .insert(comments)
    .values({ paperId, userId, markdown, html: `<p>${markdown}</p>`, renderer: 1, ...more });

test('contains everything public, and nothing else', async () => {
  const [ada, secret, banned, nobody] = [
    await createUser({ handle: 'Ada', name: 'Ada "L"', email: 'ada-secret@example.org' }),
    await createUser({ handle: 'secret-voter' }),
    await createUser({ handle: 'banned-one', banned: true }),
    await createUser({ handle: null, email: 'no-handle@example.org' }),
  ];
  await rawSql()`update users set votes_private = true where id = ${secret.id}`;
  await rawSql()`update users set bio = 'SPAM-BIO' where id = ${banned.id}`;
  const paper = await createPaper({ listed: true, title: 'Lines\nand "quotes" \u2028' });
  await db().insert(paperAuthors).values({ paperId: paper.id, position: 0, name: 'B. Author' });
  const removed = await createPaper({ title: 'REMOVED-PAPER', removedAt: new Date() });
  for (const reader of [ada, secret, banned]) {
    await transaction((tx) => insertUpvote(tx, { userId: reader.id, paperId: paper.id }));
  }
  await say(paper.id, ada.id, 'seen by all');
  await say(paper.id, ada.id, 'HIDDEN-TEXT', { hiddenAt: new Date() });
  await say(removed.id, ada.id, 'ON-REMOVED');
  await transaction(async (tx) => {
    await writeLog(tx, {
      actorId: ada.id,
      action: 'ban_reader',
      reason: 'spam',
      userId: banned.id,
    });
    await writeLog(tx, {
      actorId: ada.id,
      action: 'exclude_votes',
      reason: 'ring',
      userId: secret.id,
    });
  });

  const { text, lines } = await dumped();
  for (const gone of [
    'REMOVED-PAPER',
    'HIDDEN-TEXT',
    'ON-REMOVED',
    'SPAM-BIO',
    'example.org',
    'network',
    nobody.id,
    ada.id,
  ]) {
    expect(text.split('\n').slice(1).join('\n')).not.toContain(gone);
  }
  const of = (type: string) => lines.filter((line) => line.type === type);
  expect(lines[0]).toMatchObject({ type: 'dump', format: 2 });
  expect(of('reader').map(({ handle, banned }) => [handle, banned])).toEqual([
    ['Ada', false],
    ['banned-one', true],
    ['secret-voter', false],
  ]);
  expect(of('paper')).toEqual([
    expect.objectContaining({
      slug: paper.slug,
      title: 'Lines\nand "quotes" \u2028',
      authors: [{ name: 'B. Author', orcid: null, user: null }],
      upvotes: 2,
      submitted: '2026-01-15T12:00:00.000000Z',
    }),
  ]);
  expect(of('upvote').map(({ by }) => by)).toEqual(['Ada']);
  expect(of('comment')).toEqual([
    expect.objectContaining({ paper: paper.slug, author: 'Ada', markdown: 'seen by all' }),
  ]);
  expect(of('moderation').map(({ action, reader }) => [action, reader])).toEqual([
    ['ban_reader', 'banned-one'],
    ['exclude_votes', null],
  ]);
});

test('names users in the log like the site does', async () => {
  const [moderator, banned] = [
    await createUser({ handle: 'mod' }),
    await createUser({ handle: 'ban' }),
  ];
  await transaction((tx) =>
    writeLog(tx, {
      actorId: moderator.id,
      action: 'ban_reader',
      reason: 'spam',
      userId: banned.id,
    }),
  );
  for (const [names, by, reader] of [
    ['readers', null, 'ban'],
    ['moderators', 'mod', null],
    ['none', null, null],
  ] as const) {
    process.env.LOG_NAMES = names;
    forgetEnv();
    const { lines } = await dumped();
    expect(lines.filter(({ type }) => type === 'moderation')).toMatchObject([{ by, reader }]);
  }
  delete process.env.LOG_NAMES;
});

test('contains every row once beyond one batch, and the manifest counts them', async () => {
  await rawSql()`insert into papers (slug, source, external_id, title, published_at)
    select 'x' || n, 'test', n, 'Paper ' || n, now() from generate_series(1, 1203) n`;
  await rawSql()`insert into users (handle) select 'reader-' || n from generate_series(1, 501) n`;
  const { lines } = await dumped();
  expect(new Set(lines.filter((l) => l.type === 'paper').map((l) => l.slug)).size).toBe(1_203);
  expect(new Set(lines.filter((l) => l.type === 'reader').map((l) => l.handle)).size).toBe(501);
  const latest = await findDump('latest');
  const bytes = await readFile(latest?.path ?? '');
  expect(latest?.manifest).toMatchObject({
    counts: { paper: 1_203, reader: 501, organization: 0, comment: 0, moderation: 0 },
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });
});

test('contains papers that can be imported again', async () => {
  const paper = await createPaper({
    title: 'Survives',
    abstract: 'The site.',
    doi: '10.1000/x',
    keywords: ['one'],
    codeUrl: 'https://github.com/example/code',
  });
  await db().insert(paperAuthors).values({ paperId: paper.id, position: 0, name: 'B. Author' });
  const user = await createUser({ handle: 'ada' });
  await say(paper.id, user.id, 'A comment.');
  const { file } = await writeDump();
  await emptyTables('users', 'papers', 'organizations');
  const counts = noCounts();
  const refused: unknown[] = [];
  await importFile(path.join(folder, file), db(), {
    signal: new AbortController().signal,
    counts,
    onRefused: (record) => refused.push(record),
    onProgress: () => {},
  });
  expect(refused).toEqual([]);
  expect(await db().select().from(papers)).toEqual([
    expect.objectContaining({
      slug: paper.slug,
      title: 'Survives',
      abstract: 'The site.',
      doi: '10.1000/x',
      keywords: ['one'],
      codeUrl: 'https://github.com/example/code',
      authorCount: 1,
    }),
  ]);
});

test('names only complete files, and deletes old ones', async () => {
  const left = path.join(folder, 'papertide-20200101T000000Z.ab12.part');
  await writeFile(left, 'half');
  await utimes(left, new Date(0), new Date(0));
  await writeFile(path.join(folder, 'papertide-20200101T000000Z.jsonl.gz'), 'without a manifest');
  await writeFile(path.join(folder, 'somebody-elses.txt'), 'kept');
  for (const day of ['20200102', '20200103', '20200104']) {
    await writeFile(path.join(folder, `papertide-${day}T000000Z.jsonl.gz`), '');
    await writeFile(path.join(folder, `papertide-${day}T000000Z.json`), '{}');
  }
  const { file } = await writeDump({ kept: 2 });
  expect(await listDumps()).toEqual([file.replace('.jsonl.gz', ''), 'papertide-20200104T000000Z']);
  const names = await readdir(folder);
  expect(names.some((name) => name.endsWith('.part'))).toBe(false);
  expect(names).toContain('somebody-elses.txt');
  expect(await findDump('papertide-20200102T000000Z')).toBeNull();
});

test('serves nothing but dumps', async () => {
  expect(await findDump('latest')).toBeNull();
  const { file } = await writeDump();
  await writeFile(path.join(folder, 'secret.json'), '{}');
  for (const name of [
    '../secret',
    'secret',
    '',
    'papertide-x',
    `../${path.basename(folder)}/secret`,
  ]) {
    expect(await findDump(name)).toBeNull();
  }
  expect(readDumpName('latest.json')).toEqual({ dump: 'latest', manifest: true });
  expect(readDumpName('latest.jsonl.gz')).toEqual({ dump: 'latest', manifest: false });
  expect(readDumpName('latest.txt')).toBeNull();
  const found = await findDump('latest');
  if (!found) throw new Error('there is a dump');
  const response = dumpResponse(new Request('http://x/'), found);
  expect(response.headers.get('content-disposition')).toContain(file);
  expect((await response.arrayBuffer()).byteLength).toBe(found.bytes);
  const etag = response.headers.get('etag') ?? '';
  const again = new Request('http://x/', { headers: { 'if-none-match': etag } });
  expect(dumpResponse(again, found).status).toBe(304);
});

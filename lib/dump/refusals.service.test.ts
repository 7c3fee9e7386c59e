import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { createPaper, createUser } from '@/db/testing/factories';
import { checkDump } from './load';
import { countRows, emptySite, useDumps } from './testing/loading';

const { dump, load, write } = useDumps(useTestDatabase());

// biome-ignore lint/suspicious/noExplicitAny: lines of every kind, and of none
type Line = Record<string, any>;
let whole: Line[];
let empty: Record<string, number>;

beforeAll(async () => {
  const [ada, grace] = [await createUser({ handle: 'ada' }), await createUser({ handle: 'grace' })];
  const paper = await createPaper({ externalId: '2607.00001', listed: true });
  await createPaper({ externalId: '2607.00002', listed: true });
  await rawSql()`insert into paper_authors (paper_id, position, name) values (${paper.id}, 0, 'A')`;
  await rawSql()`update papers set author_count = 1 where id = ${paper.id}`;
  await rawSql()`insert into upvotes (user_id, paper_id) values (${ada.id}, ${paper.id})`;
  await rawSql()`update papers set upvote_count = 3, comment_count = 2 where id = ${paper.id}`;
  await rawSql()`insert into comments (paper_id, user_id, markdown, html, renderer)
    values (${paper.id}, ${ada.id}, 'One', '', 1), (${paper.id}, ${grace.id}, 'Two', '', 1)`;
  await rawSql()`insert into organizations (slug, name) values ('lab', 'Lab')`;
  await rawSql()`insert into collections (key, owner_id, name, visibility)
    values ('abcdefgh22345678', ${ada.id}, 'Mine', 'public')`;
  const { file, text } = await dump();
  await emptySite();
  empty = await countRows();
  const head = await checkDump(file);
  whole = [
    head,
    ...text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ];
});

/** The text of the dump after a change to copies of its lines; the counts stay true. */
function changed(change: (lines: Line[], of: (type: string) => Line) => void): string {
  const lines: Line[] = structuredClone(whole);
  change(lines, (type) => {
    const found = lines.find((line) => line.type === type);
    if (!found) throw new Error(`no ${type}`);
    return found;
  });
  const end = lines.find((line) => line.type === 'end');
  for (const type of Object.keys(end?.counts ?? {})) {
    if (end) end.counts[type] = lines.filter((line) => line.type === type).length;
  }
  return `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
}

/** What checking the file says, or else loading it, which leaves nothing behind. */
async function refusal(name: string, content: string | Buffer): Promise<string> {
  const file = await write(name, content);
  const outcome = (loading: Promise<unknown>) =>
    loading.then(
      () => 'fine',
      (error: Error) => `${error.constructor.name} ${error.message}`,
    );
  const checked = await outcome(checkDump(file));
  if (checked !== 'fine') return checked;
  const loaded = await outcome(load(file));
  expect(await countRows()).toEqual(empty);
  return loaded;
}

const at = (index: number) => `Line ${index + 1}:`;
const lineOf = (type: string, nth = 0) =>
  at(whole.indexOf(whole.filter((line) => line.type === type)[nth] ?? {}));

describe('a file that is not a whole dump is refused in words', () => {
  const text = () => changed(() => {});
  const cases: [string, () => string | Buffer, RegExp][] = [
    ['nothing', () => '', /empty/],
    ['a text', () => 'Dear host,\n', /^DumpRefused Line 1: this is not a dump/],
    ['bytes', () => Buffer.from([0, 255, 254, 10, 1]), /Line 1: this is not a dump/],
    ['JSON lines of papers', () => '{"id":"2607.00001","title":"A"}\n', /Line 1: .*not a dump/],
    ['a gzipped text', () => gzipSync('Dear host,\n'), /Line 1: this is not a dump/],
    ['its beginning', () => text().split('\n').slice(0, 4).join('\n'), /cut off after line 4/],
    ['half of its text', () => text().slice(0, 1_200), /Line \d+: .*cut off/],
    ['half of its bytes', () => gzipSync(text()).subarray(0, 600), /cut off after line \d+/],
    ['damaged bytes', () => damaged(gzipSync(text())), /damaged|cut off|Line \d+/],
    ['two dumps', () => text() + text(), /comes after the end/],
    [
      'the old format',
      () => changed((lines) => (lines[0] = { ...lines[0], format: 1 })),
      /Line 1: .*import/,
    ],
    [
      'a later format',
      () => changed((lines) => (lines[0] = { ...lines[0], format: 3 })),
      /Line 1: .*later/,
    ],
    ['not UTF-8', () => Buffer.from(text().replace('Lab', 'L\u00e4b'), 'latin1'), /not UTF-8/],
    ['a file like a bomb', () => gzipSync(text() + ' '.repeat(80_000_000)), /densely|too long/],
    ['a line without an end', () => text() + 'x'.repeat(20_000_000), /too long/],
    [
      'a nested line',
      () => `${text().split('\n')[0]}\n${'['.repeat(9_000)}${']'.repeat(9_000)}\n`,
      /Line 2/,
    ],
  ];
  it.each(cases)('%s', async (_name, content, words) => {
    expect(await refusal('broken', content())).toMatch(words);
  });

  const damaged = (bytes: Buffer) => bytes.fill(7, 200, 260);

  it('with other counts than its last line says', async () => {
    const lines = text().trimEnd().split('\n');
    const less = lines.filter((line) => !line.includes('"type":"upvote"')).join('\n');
    expect(await refusal('less', less)).toMatch(/there are 0 lines of upvote, not 1/);
  });
});

describe('a line that a site could not have written is refused by its number', () => {
  type Of = (type: string) => Line;
  const set = (type: string, values: Line) => (_: Line[], of: Of) =>
    void Object.assign(of(type), values);
  const cases: [string, (lines: Line[], of: Of) => void, () => string][] = [
    ['an unknown type', (lines) => lines.splice(2, 0, { type: 'sessions' }), () => at(2)],
    ['another column', set('reader', { email: 'a@example.org' }), () => lineOf('reader')],
    ['a column of SQL', set('reader', { 'handle) values (1); --': 1 }), () => lineOf('reader')],
    [
      'a prototype',
      (_, of) =>
        void Object.defineProperty(of('reader'), '__proto__', { value: 1, enumerable: true }),
      () => lineOf('reader'),
    ],
    ['HTML of its own', set('comment', { html: '<script>1</script>' }), () => lineOf('comment')],
    ['a role of its own', set('reader', { role: 'root' }), () => lineOf('reader')],
    ['a reserved handle', set('reader', { handle: 'admin' }), () => lineOf('reader')],
    ['a handle with a break', set('reader', { handle: 'a\nb' }), () => lineOf('reader')],
    ['a script as link', set('reader', { links: ['javascript:alert(1)'] }), () => lineOf('reader')],
    ['a script as code', set('paper', { code: 'javascript:alert(1)' }), () => lineOf('paper')],
    [
      'a script as avatar',
      set('organization', { avatar: 'data:text/html,x' }),
      () => lineOf('organization'),
    ],
    ['a path as slug', set('paper', { slug: '../../etc' }), () => lineOf('paper')],
    ['a slug of another paper', set('paper', { slug: '2607.00009' }), () => lineOf('paper')],
    ['a title of a book', set('paper', { title: 'x'.repeat(3_000) }), () => lineOf('paper')],
    ['no abstract', (_, of) => void delete of('paper').abstract, () => lineOf('paper')],
    ['half a character', set('paper', { title: 'A \ud800 b' }), () => lineOf('paper')],
    ['a number like a bomb', set('paper', { upvotes: 1e9 }), () => lineOf('paper')],
    ['an id at the end of all', set('comment', { id: 2 ** 52 }), () => lineOf('comment')],
    [
      '30 February',
      set('paper', { published: '2026-02-30T00:00:00.000000Z' }),
      () => lineOf('paper'),
    ],
    ['a time of no clock', set('paper', { published: 'now()' }), () => lineOf('paper')],
    [
      'a listing without a day',
      set('paper', { feed_day: null, listed_by: 'rule' }),
      () => lineOf('paper'),
    ],
    ['an unknown user', set('comment', { author: 'nobody-here' }), () => lineOf('comment')],
    ['an unknown voter', set('upvote', { by: 'nobody-here' }), () => lineOf('upvote')],
    ['an unknown paper', set('upvote', { paper: '2607.00009' }), () => lineOf('upvote')],
    ['an unknown picture', set('paper', { picture: 'a'.repeat(64) }), () => lineOf('paper')],
    ['a reply to a later comment', set('comment', { parent: 99 }), () => lineOf('comment')],
    ['an empty comment', set('comment', { markdown: ' ' }), () => lineOf('comment')],
    ['a long comment', set('comment', { markdown: 'x'.repeat(10_001) }), () => lineOf('comment')],
    ['an unknown reaction', set('comment', { reactions: { love: 3 } }), () => lineOf('comment')],
    [
      'a user twice',
      (lines, of) =>
        lines.splice(lines.indexOf(of('reader')) + 1, 0, { ...of('reader'), handle: 'ADA' }),
      () => at(whole.findIndex((line) => line.type === 'reader') + 1),
    ],
    [
      'a paper twice',
      (lines, of) => lines.splice(lines.indexOf(of('paper')) + 1, 0, of('paper')),
      () => at(whole.findIndex((line) => line.type === 'paper') + 1),
    ],
    [
      'a vote twice',
      (lines, of) => lines.splice(lines.indexOf(of('upvote')) + 1, 0, of('upvote')),
      () => at(whole.findIndex((line) => line.type === 'upvote') + 1),
    ],
    [
      'a type too early',
      (lines, of) => {
        lines.splice(lines.indexOf(of('upvote')), 1);
        lines.splice(1, 0, {
          type: 'upvote',
          paper: '2607.00001',
          by: 'ada',
          at: '2026-07-01T00:00:00.000000Z',
        });
      },
      () => at(2),
    ],
  ];
  it.each(cases)('%s', async (_name, change, line) => {
    const outcome = await refusal('wrong', changed(change));
    expect(outcome).toMatch(/^DumpRefused /);
    expect(outcome).toMatch(/Line \d+:|invariant|contradicts/);
    expect(outcome).toContain(line());
  });

  it('and so are fewer upvotes than there are names', async () => {
    const outcome = await refusal(
      'fewer',
      changed((_, of) => void Object.assign(of('paper'), { upvotes: 0 })),
    );
    expect(outcome).toMatch(/^DumpRefused The paper 2607.00001 counts fewer upvotes/);
  });

  it('and so is what violates an invariant', async () => {
    const text = changed(
      (_, of) => void Object.assign(of('comment'), { edited: '2026-07-01T00:00:00.000000Z' }),
    );
    expect(await refusal('edited', text)).toMatch(/contradicts itself:\n1 {2}An edited comment/);
  });
});

it('refuses a database that is in use, in words', async () => {
  await createUser({ handle: 'first' });
  const file = await write(
    'good',
    changed(() => {}),
  );
  await expect(load(file)).rejects.toThrow(/not empty: 1 rows in public.users/);
  await emptySite();
});

it('leaves nothing behind of a file that turns out to be cut off', async () => {
  const file = await write('cut', changed(() => {}).slice(0, -40));
  await expect(load(file)).rejects.toThrow(/Line \d+: .*cut off/);
  expect(await countRows()).toEqual(empty);
});

it('leaves nothing behind if it is interrupted, and can be run again', async () => {
  const file = await write(
    'good',
    changed(() => {}),
  );
  const stop = new AbortController();
  stop.abort(new Error('interrupted'));
  await expect(load(file, { signal: stop.signal })).rejects.toThrow('interrupted');
  expect(await countRows()).toEqual(empty);
  await load(file);
  const [row] = await rawSql()`select upvote_count as votes,
    (select count(*)::int from users where stand_in) as unnamed from papers
    where slug = '2607.00001'`;
  expect(row).toEqual({ votes: 3, unnamed: 2 });
  await emptySite();
});

it('renders comments as if they were written here', async () => {
  const markdown = 'Hi <script>alert(1)</script> [x](javascript:alert(1)) @ada';
  const file = await write(
    'markup',
    changed((_, of) => void Object.assign(of('comment'), { markdown })),
  );
  await load(file);
  const [row] = await rawSql()`select html from comments order by id limit 1`;
  expect(row?.html).not.toMatch(/<script|javascript:/);
  expect(row?.html).toContain('<a href="/u/ada"');
});

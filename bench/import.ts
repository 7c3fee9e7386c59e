import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type postgres from 'postgres';
import { connect } from '@/db/client';
import { startEmbedded } from '@/db/embedded';
import { migrate } from '@/db/migrate';
import { temporaryData } from '@/e2e/support/data-folder';
import { importFile } from '@/lib/ingest/importer';
import { fillPapers } from './support/papers';
import { table } from './support/table';

export const about = 'papers a second from a file beside a bare COPY of the same rows; [papers]';

/**
 * Writes JSON lines of generated papers with eight authors and abstracts of some 1,200 characters.
 */
async function writeLines(sql: postgres.Sql, path: string): Promise<void> {
  const out = createWriteStream(path);
  const lines = sql<{ line: string }[]>`
    select json_build_object('id', slug || 'v1', 'title', title, 'abstract', abstract,
      'published', published_at, 'categories', categories, 'authors',
      (select json_agg(name order by position) from paper_authors where paper_id = p.id))::text as line
    from papers p order by id`.cursor(1_000);
  for await (const rows of lines) {
    const text = rows.map((row) => `${row.line}\n`).join('');
    if (!out.write(text)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

/** Returns the seconds COPY takes for the imported rows, into tables with the same indexes. */
async function bareCopy(sql: postgres.Sql, folder: string): Promise<number> {
  let seconds = 0;
  for (const name of ['papers', 'paper_authors']) {
    const file = join(folder, `${name}.copy`);
    const columns = await sql<{ list: string }[]>`
      select string_agg(quote_ident(column_name), ',') as list from information_schema.columns
      where table_name = ${name} and table_schema = 'public' and is_generated = 'NEVER'`;
    const list = columns[0]?.list;
    await sql.unsafe(`copy (select ${list} from ${name}) to '${file}'`);
    await sql.unsafe(`create table bare_${name} (like ${name} including all)`);
    await sql`checkpoint`;
    const started = performance.now();
    await sql.unsafe(`copy bare_${name} (${list}) from '${file}'`);
    seconds += (performance.now() - started) / 1000;
  }
  return seconds;
}

/** Records this process's memory when a tenth, a half and all of the papers are imported. */
function memoryAt(count: number) {
  const marks = [count / 10, count / 2, count];
  const seen: (string | number)[][] = [];
  const look = (papers: number) => {
    const mark = marks[seen.length];
    if (mark === undefined || papers < mark) return;
    seen.push([papers, Math.round(process.memoryUsage.rss() / 2 ** 20)]);
  };
  return { seen, look };
}

export async function run([papers = '20000']: string[]): Promise<void> {
  const count = Number(papers);
  const data = await temporaryData();
  const server = await startEmbedded(join(data.dir, 'data'));
  const { sql, db } = connect(server.url);
  try {
    await migrate(server.url);
    await fillPapers(server.url, count);
    const file = join(data.dir, 'papers.jsonl');
    await writeLines(sql, file);
    const rows: (string | number)[][] = [];
    const measured = async (what: string, work: () => Promise<unknown>) => {
      await sql`checkpoint`;
      const started = performance.now();
      await work();
      const seconds = (performance.now() - started) / 1000;
      rows.push([what, seconds.toFixed(1), Math.round(count / seconds)]);
      return seconds;
    };
    await sql`truncate papers, users cascade`;
    const memory = memoryAt(count);
    const ours = await measured('import, all new', () =>
      importFile(file, db, { onProgress: ({ counts }) => memory.look(counts.new) }),
    );
    await measured('import, all unchanged', () => importFile(file, db));
    // The server reads and writes the files of COPY, as another user if this is root.
    const folder = join(data.dir, 'copy');
    await mkdir(folder);
    await chmod(folder, 0o777);
    const bare = await bareCopy(sql, folder);
    rows.push(['bare COPY', bare.toFixed(1), Math.round(count / bare)]);
    console.log(table(['', 'seconds', 'papers/s'], rows));
    console.log(`\nThe import runs at ${((100 * bare) / ours).toFixed(1)} % of COPY.`);
    console.log(`\n${table(['papers in', 'memory, MB'], memory.seen)}`);
    const peak = process.resourceUsage().maxRSS / 1024;
    console.log(`\nMemory of this process: ${Math.round(peak)} MB at the most.`);
  } finally {
    await sql.end();
    await server.stop();
    await data.remove();
  }
}

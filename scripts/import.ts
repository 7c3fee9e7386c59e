import { readdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { connect, type Database } from '@/db/client';
import { isAddress, readImportAddress } from '@/lib/ingest/addresses';
import { type Counts, importAddress, importFile, noCounts } from '@/lib/ingest/importer';
import { UnreadableFile } from '@/lib/ingest/read';
import { SourceUnavailable } from '@/lib/sources/ask-source';
import { countsLine, progressBar } from './import/progress';
import { refusedFile } from './import/refused-file';
import { withDatabase } from './setup/database';

const USAGE = `npm run import -- [--refused-to FOLDER] FILE-OR-ADDRESS...

Takes papers in from files (or folders of them, gzipped or not) and from addresses:
Hugging Face daily lists, arXiv API answers (Atom), OAI-PMH pages (arXivRaw), JSON lines.
Broken records go to a file in FOLDER (default: ${path.join(tmpdir(), 'papertide')}), the rest goes in.
The same papers again change nothing. Ctrl-C at any time; run it again to go on.`;

/** Returns the files of a folder sorted by name. */
async function expanded(given: string): Promise<string[]> {
  if (isAddress(given)) return [given];
  const found = await stat(given).catch(() => null);
  if (!found?.isDirectory()) return [given];
  const names = (await readdir(given)).filter((name) => /\.(json|jsonl|xml)(\.gz)?$/.test(name));
  return names.sort().map((name) => path.join(given, name));
}

async function importOne(
  source: string,
  on: Database,
  refused: ReturnType<typeof refusedFile>,
  { signal, counts }: { signal: AbortSignal; counts: Counts },
): Promise<void> {
  const bar = progressBar(path.basename(source));
  let page: URL | null = null;
  const watch = {
    signal,
    counts,
    onRefused: (record: Parameters<typeof refused.add>[1]) => refused.add(source, record),
    onProgress: bar.draw,
    onPage: (url: URL) => (page = url),
  };
  try {
    if (!isAddress(source)) {
      await importFile(source, on, watch);
      return;
    }
    const address = readImportAddress(source);
    if (typeof address === 'string') throw new UnreadableFile(address);
    await importAddress(address, on, watch);
  } catch (error) {
    if (page) console.error(`\nTo go on from here: npm run import -- '${page}'`);
    throw error;
  } finally {
    bar.clear();
  }
}

/** Returns a message for an expected error; null for any other. */
function explained(error: unknown): string | null {
  if (error instanceof UnreadableFile || error instanceof SourceUnavailable) return error.message;
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'no such file';
  if (code === 'EACCES' || code === 'EISDIR') return 'cannot be read';
  return null;
}

const { positionals: given, values: options } = parseArgs({
  allowPositionals: true,
  options: {
    help: { type: 'boolean' },
    'refused-to': { type: 'string', default: path.join(tmpdir(), 'papertide') },
  },
});
if (given.length === 0 || options.help) {
  console.log(USAGE);
  process.exit(options.help ? 0 : 1);
}
const sources = (await Promise.all(given.map(expanded))).flat();

await withDatabase(async ({ url, signal }) => {
  const { db, sql } = connect(url);
  const refused = refusedFile(options['refused-to']);
  const total = noCounts();
  try {
    for (const source of sources) {
      if (signal.aborted) break;
      const counts = noCounts();
      try {
        await importOne(source, db, refused, { signal, counts });
        console.log(`${path.basename(source)}: ${countsLine(counts)}`);
      } catch (error) {
        const words = explained(error);
        if (!words && !signal.aborted) throw error;
        console.error(`${source}: ${words ?? 'stopped'} (${countsLine(counts)})`);
        process.exitCode = 1;
      } finally {
        for (const key of Object.keys(total) as (keyof Counts)[]) total[key] += counts[key];
      }
    }
    if (sources.length > 1) console.log(`In all: ${countsLine(total)}`);
    if (signal.aborted) {
      console.error('Stopped. What is in is whole; run the same command again to go on.');
      process.exitCode = 130;
    }
    const kept = refused.name();
    if (kept) console.log(`Refused records and their reasons: ${kept}`);
  } finally {
    refused.close();
    await sql.end({ timeout: 5 });
  }
});

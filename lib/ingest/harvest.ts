import { type Database, transaction } from '@/db/client';
import { getHarvest, type Harvest, saveHarvest } from '@/db/queries/harvests';
import { withdrawDeleted } from '@/db/queries/ingest/deleted';
import { env } from '@/lib/base/env';
import { askSource, pause, SourceUnavailable } from '@/lib/sources/ask-source';
import type { HarvestRun } from '@/lib/sources/types';
import { ingestText, PAGE } from './importer';
import { type OaiPage, parseOaiPage } from './oai-raw';
import { UnreadableFile } from './read';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** arXiv updates its list once a day, so a new list starts this long after the last one. */
const BETWEEN_LISTS = 6 * HOUR;
/** Pages per run, a thousand papers each; the next run continues. */
const MOST_PAGES = 200;
/** Longest pause, in seconds, that a run waits for a source; a longer one postpones it. */
const PATIENCE = 30;

const utcDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Scheduled job: harvests each configured set of arXiv from where the last run stopped. */
export async function harvestArxiv(run: HarvestRun): Promise<void> {
  const sets = env().HARVEST_SETS ?? [];
  for (const set of sets) await harvestSet(set, run);
}

/**
 * Harvests a set page by page. The position is saved after each page, so the next run continues
 * after a crash at any point; a page that was ingested but not saved is read again, which is
 * idempotent.
 */
async function harvestSet(set: string, run: HarvestRun): Promise<void> {
  let state = await begin(set, run);
  let forgotten = false;
  for (let pages = 0; state && pages < MOST_PAGES; pages++) {
    const page = await readPage(pageAddress(set, state), run);
    if (page.error?.code === 'badResumptionToken' && state.token && !forgotten) {
      // The token has expired at the source: the list restarts, and most of it is known.
      forgotten = true;
      state = await save(set, { ...state, token: null, tokenExpiresAt: null, pages: 0 }, run);
      continue;
    }
    if (page.error && page.error.code !== 'noRecordsMatch') {
      throw new UnreadableFile(`arXiv answers ${page.error.code}: ${page.error.message}`);
    }
    const answeredOn = state.answeredOn ?? page.day ?? utcDay(Date.now());
    if (!page.resumptionToken) {
      await save(set, { ...NOT_UNDER_WAY, doneUntil: answeredOn, pages: state.pages + 1 }, run);
      return;
    }
    state = await save(
      set,
      {
        answeredOn,
        fromDay: state.fromDay,
        token: page.resumptionToken,
        tokenExpiresAt: page.expires ? new Date(page.expires) : null,
        pages: state.pages + 1,
        total: page.total ?? state.total,
      },
      run,
    );
  }
}

const NOT_UNDER_WAY = { fromDay: null, answeredOn: null, token: null, tokenExpiresAt: null };

type State = Pick<
  Harvest,
  'fromDay' | 'answeredOn' | 'token' | 'tokenExpiresAt' | 'pages' | 'total'
>;

async function save<Progress extends object>(
  set: string,
  progress: Progress,
  { on }: HarvestRun,
): Promise<Progress> {
  await saveHarvest(on, set, progress);
  return progress;
}

/**
 * Returns the saved position, or starts a list from the last complete day; null if it is too early
 * for one.
 */
async function begin(set: string, run: HarvestRun): Promise<State | null> {
  const known = await getHarvest(run.on, set);
  if (known?.fromDay) {
    const expired = known.tokenExpiresAt !== null && known.tokenExpiresAt.getTime() < Date.now();
    return expired ? { ...known, token: null, tokenExpiresAt: null, pages: 0 } : known;
  }
  const age = known?.doneUntil ? Date.now() - known.updatedAt.getTime() : Number.POSITIVE_INFINITY;
  if (age < BETWEEN_LISTS && run.startedBy === 'clock') return null;
  const fromDay = known?.doneUntil ?? env().HARVEST_FROM ?? utcDay(Date.now() - 7 * DAY);
  return save(set, { ...NOT_UNDER_WAY, fromDay, pages: 0, total: null }, run);
}

function pageAddress(set: string, { token, fromDay }: State): URL {
  const url = new URL(env().ARXIV_OAI_URL);
  const question: Record<string, string> = token
    ? { resumptionToken: token }
    : { metadataPrefix: 'arXivRaw', set, from: fromDay ?? '' };
  url.search = new URLSearchParams({ verb: 'ListRecords', ...question }).toString();
  return url;
}

async function readPage(url: URL, { on, signal, counts }: HarvestRun): Promise<OaiPage> {
  const body = await ask(url, on, signal);
  const deleted: string[] = [];
  const found = { new: 0, updated: 0, unchanged: 0, refused: 0 };
  const rest = await ingestText(body, on, found, {
    signal,
    onRefused: ({ id, deleted: gone }) => {
      if (gone && id) deleted.push(id);
    },
  }).finally(() => addAll(counts, { ...found, refused: found.refused - deleted.length }));
  if (!rest) throw new UnreadableFile('arXiv answers a page that is cut off');
  if (deleted.length > 0) {
    const withdrawn = await transaction((tx) => withdrawDeleted(tx, 'arxiv', deleted), on);
    addAll(counts, { withdrawn });
  }
  return parseOaiPage(rest);
}

function addAll(counts: Record<string, number>, more: Record<string, number>): void {
  for (const [name, count] of Object.entries(more)) {
    if (count > 0) counts[name] = (counts[name] ?? 0) + count;
  }
}

const ATTEMPTS = 6;

/**
 * Returns the text of a response; waits for a short pause that the source asks for, and throws for
 * a long one.
 */
async function ask(url: URL, on: Database, signal: AbortSignal): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    try {
      const response = await askSource('arxiv', url, { ...PAGE, patience: PATIENCE, on, signal });
      // OAI-PMH errors come with status 200 or 400.
      if (response.status === 200 || response.status === 400) return response.body;
      throw new UnreadableFile(`arXiv answers ${response.status}`);
    } catch (error) {
      const waits = error instanceof SourceUnavailable && error.retryAfter <= PATIENCE;
      if (!waits || attempt === ATTEMPTS) throw error;
      await pause(error.retryAfter * 1000, signal);
    }
  }
}

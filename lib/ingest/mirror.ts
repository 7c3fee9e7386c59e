import { listSettledDays, saveMirroredDay } from '@/db/queries/harvests';
import { env } from '@/lib/base/env';
import { askSource } from '@/lib/sources/ask-source';
import type { HarvestRun } from '@/lib/sources/types';
import { ingestText } from './importer';
import { UnreadableFile } from './read';
import type { PaperRecord } from './types';

const DAY = 86_400_000;
/** Milliseconds after its end at which a day's list is considered final. */
const SETTLED_AFTER = DAY;
/** A list of a hundred papers with their authors is about 1 MB. */
const LIST = { size: 16 * 2 ** 20, timeout: 60_000, patience: 30 };

/** Returns the host of the mirrored site, which is named beside its lists. */
export const mirroredSite = (): string => new URL(env().HF_PAPERS_URL).host;

/**
 * Scheduled job: mirrors the daily lists of another site, today's and those of earlier days that
 * were missed or not final, oldest first. Its figures are kept apart from ours.
 */
export async function mirrorDaily(run: HarvestRun, now = Date.now()): Promise<void> {
  const { MIRROR_DAILY, MIRROR_DAYS, HF_PAPERS_URL } = env();
  if (!MIRROR_DAILY) return;
  const site = mirroredSite();
  const days = Array.from({ length: MIRROR_DAYS }, (_, ago) => utcDay(now - ago * DAY)).reverse();
  const settled = new Set(await listSettledDays(run.on, site, days[0] ?? ''));
  for (const day of days.filter((one) => !settled.has(one))) {
    const url = new URL(HF_PAPERS_URL);
    url.search = new URLSearchParams({ date: day, limit: '100' }).toString();
    const { on, signal } = run;
    const response = await askSource('huggingface', url, { ...LIST, on, signal });
    const found = { new: 0, updated: 0, unchanged: 0, refused: 0 };
    if (response.status === 200) {
      await ingestText(response.body, on, found, {
        signal,
        change: (record) => listedThere(record, site, day),
      });
    } else if (response.status !== 400 && response.status !== 404) {
      throw new UnreadableFile(`${url.host} answers ${response.status}`);
    }
    const papers = found.new + found.updated + found.unchanged;
    const over = Date.parse(day) + DAY;
    await saveMirroredDay(on, { site, day, papers, settled: now > over + SETTLED_AFTER });
    for (const [name, count] of Object.entries({ ...found, days: 1 })) {
      if (count > 0) run.counts[name] = (run.counts[name] ?? 0) + count;
    }
  }
}

const utcDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Adds the listing of that site and day to a record. */
function listedThere(record: PaperRecord, site: string, day: string): PaperRecord {
  const listing = record.listing ?? {
    site,
    day,
    at: `${day}T00:00:00.000Z`,
    upvotes: 0,
    comments: 0,
    submitter: null,
  };
  const at = listing.at.startsWith(day) ? listing.at : `${day}T00:00:00.000Z`;
  return { ...record, listing: { ...listing, site, day, at } };
}

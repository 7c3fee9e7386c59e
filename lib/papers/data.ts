import { cacheLife, cacheTag } from 'next/cache';
import { db } from '@/db/client';
import { listBadges } from '@/db/queries/badges';
import { listStars } from '@/db/queries/code';
import { getMergedSlug } from '@/db/queries/merging';
import {
  getPaperBySlug,
  listAuthors,
  listListings,
  listUpvoters,
  type PaperRow,
} from '@/db/queries/papers';
import { countVersions } from '@/db/queries/versions';
import { countsTag, FEEDS, tagsOfPaper, voterTag } from '@/lib/base/tags';
import { gainsOf, STAR_DAYS } from '@/lib/code/series';
import { publicRead } from '@/lib/web/public-read';
import { pictureOf, sharedFields } from './row-fields';
import { isSettled } from './settled';
import type { PaperDetail, Upvoter } from './types';

/** Most upvoters listed on a paper's page; the rest is counted. */
const UPVOTERS_NAMED = 60;

/** Confirmed authors whose changes invalidate a page; Next allows 128 tags per page. */
const CONFIRMED_NAMED = 60;

export type PaperPage = {
  paper: PaperDetail;
  upvoters: Upvoter[];
  settled: boolean;
};

/** Returns everything on a paper's page but its comments; null if there is no such paper. */
export async function getPaper(slug: string): Promise<PaperPage | null> {
  'use cache';
  const found = await findPaper(slug);
  return found && loadPaper(found);
}

/** A paper, and whether its page changes by changes of rows only. */
export type FoundPaper = { row: PaperRow; settled: boolean };

/** Returns a paper's row within a cached function, which gets its life; null if there is none. */
export async function findPaper(slug: string): Promise<FoundPaper | null> {
  const row = await publicRead(() => getPaperBySlug(slug));
  const settled =
    row !== null && isSettled((row.submittedAt ?? row.publishedAt).getTime(), Date.now());
  if (settled) cacheLife('quiet');
  else cacheLife('public');
  if (row) return { row, settled };
  cacheTag(FEEDS);
  return null;
}

/** Returns the rest of what `getPaper` does, within a cached function, which gets its tags. */
export async function loadPaper({ row, settled }: FoundPaper): Promise<PaperPage> {
  const [authors, external, upvoters, badges, counts, versions] = await publicRead(() =>
    Promise.all([
      listAuthors(row.id),
      listListings(row.id),
      listUpvoters(row.id, UPVOTERS_NAMED),
      listBadges(db(), [row.id]),
      row.codeStarsOn ? listStars(row.id, STAR_DAYS + 1) : [],
      countVersions(db(), row.id),
    ]),
  );
  const named = authors.flatMap(({ handle }) => handle ?? []).slice(0, CONFIRMED_NAMED);
  const handles = [...(row.submittedBy ? [row.submittedBy] : []), ...named];
  const { id, organizationId } = row;
  // Without the tag of feeds: the page shows no other paper.
  cacheTag(...tagsOfPaper({ id, organizationId, handles }).filter((tag) => tag !== FEEDS));
  cacheTag(countsTag(id));
  for (const { id } of upvoters) cacheTag(voterTag(id));
  const { abstract, summary, keywords, source, externalId, version } = row;
  const { withdrawn, retraction, doi, journalRef, note, projectUrl, corrected, submittedBy, lock } =
    row;
  return {
    settled,
    upvoters: upvoters.map(({ handle, name, picture }) => ({ handle, name, picture })),
    paper: {
      ...sharedFields(row),
      authors,
      external,
      badges: badges.get(row.id) ?? [],
      abstract,
      summary,
      summaryBy: summary ? row.summaryBy : null,
      keywords,
      source,
      externalId,
      version,
      revisedAt: row.revisedAt?.toISOString() ?? null,
      withdrawn,
      retraction,
      doi,
      journalRef,
      note,
      projectUrl,
      stars: row.codeStarsOn ? { on: row.codeStarsOn, gains: gainsOf(counts) } : null,
      versions,
      corrected,
      picture: pictureOf(row),
      submittedBy,
      lock,
    },
  };
}

/** Returns the slug of the paper that this one was merged into; null if it was not. */
export async function getMergedInto(slug: string): Promise<string | null> {
  'use cache';
  cacheLife('public');
  cacheTag(FEEDS);
  return publicRead(() => getMergedSlug(slug));
}

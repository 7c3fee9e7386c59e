import { transaction } from '@/db/client';
import { publishInvalidation } from '@/db/queries/invalidation';
import {
  addSourcePictures,
  type DuePicture,
  listDuePictures,
  postponeSourcePicture,
  type SourceKind,
  saveSourcePicture,
} from '@/db/queries/source-pictures';
import { env } from '@/lib/base/env';
import { FEEDS } from '@/lib/base/tags';
import { inTurn, type SourceName, SourceUnavailable } from '@/lib/sources/ask-source';
import type { HarvestRun } from '@/lib/sources/types';
import { type Allow, type FileResponse, fetchFile } from '@/lib/web/outgoing-file';
import { firstFigure } from './figure';
import { arxivHtml, pictureHosts } from './hosts';
import { PICTURE_WORDS } from './messages';
import { storePicture } from './service';

/** Pictures queued and fetched per run; a run takes a few minutes at SOURCE_INTERVAL. */
const QUEUED = 300;
const BATCH = 60;
/** Pictures after which feeds are invalidated; each time, their next visitors wait. */
const FEEDS_EVERY = 20;
/** Bytes of a picture, and of a paper as HTML; milliseconds for either. */
const FILE = { size: 8 * 2 ** 20, timeout: 20_000 };
const PAGE = { size: 16 * 2 ** 20, timeout: 30_000 };
/** Seconds to wait for a turn. */
const PATIENCE = 30;
/** Seconds before another try, doubled with each failure, and the number of tries. */
const FIRST_PAUSE = 15 * 60;
const TRIES = 6;
/** arXiv converts a paper to HTML after it is announced: a missing page is requested again daily. */
const DAY = 86_400;
const PAGE_TRIES = 3;
/** Smaller figures, in pixels, are icons or formulas. */
const LEAST = { width: 120, height: 60 };

/** What became of one picture. */
type Result =
  | { state: 'stored'; hash: string; url: string; caption: string | null }
  | { state: 'none' }
  | { state: 'later'; seconds: number };

/**
 * Scheduled job: fetches one picture for each listed paper without an uploaded one, of the kinds
 * that the configuration turns on. A host that does not respond is left alone for this run.
 */
export async function fetchPictures({ on, signal, counts }: HarvestRun): Promise<void> {
  const kinds = wantedKinds();
  if (kinds.length === 0) return;
  let unpublished = 0;
  const publishFeeds = async () => {
    if (unpublished > 0) await publishInvalidation(on, [FEEDS]);
    unpublished = 0;
  };
  await addSourcePictures(on, kinds, QUEUED);
  const away = new Set<string>();
  try {
    for (const due of await listDuePictures(on, kinds, BATCH)) {
      signal.throwIfAborted();
      const host = hostOf(due);
      if (away.has(host)) continue;
      const result = await fetchOne(due, { on, signal }).catch((error: unknown): Result => {
        if (!(error instanceof SourceUnavailable)) throw error;
        away.add(host);
        return pauseAfter(due.failures, TRIES);
      });
      counts[result.state] = (counts[result.state] ?? 0) + 1;
      if (result.state === 'later') await postponeSourcePicture(on, due, result.seconds);
      else {
        const saved = result.state === 'stored' ? result : { hash: null };
        await transaction((tx) => saveSourcePicture(tx, due, saved), on);
      }
      unpublished += Number(result.state === 'stored');
      if (unpublished === FEEDS_EVERY) await publishFeeds();
    }
  } finally {
    await publishFeeds();
  }
}

function wantedKinds(): SourceKind[] {
  const { PICTURES_MEDIA, PICTURES_FIGURES, PICTURES_THUMBNAILS } = env();
  const on = { media: PICTURES_MEDIA, figure: PICTURES_FIGURES, thumbnail: PICTURES_THUMBNAILS };
  return (Object.keys(on) as SourceKind[]).filter((kind) => on[kind]);
}

const hostOf = ({ kind, url }: DuePicture): string =>
  new URL(kind === 'figure' ? env().ARXIV_HTML_URL : (url ?? 'https://invalid')).host;

const pauseAfter = (failures: number, tries: number): Result =>
  failures + 1 >= tries
    ? { state: 'none' }
    : { state: 'later', seconds: FIRST_PAUSE * 2 ** failures };

type On = Pick<HarvestRun, 'on' | 'signal'>;

async function fetchOne(due: DuePicture, run: On): Promise<Result> {
  return due.kind === 'figure' ? fetchFigure(due, run) : fetchPicture(due, run);
}

async function fetchPicture({ url, failures }: DuePicture, run: On): Promise<Result> {
  if (!url || !URL.canParse(url) || !pictureHosts(new URL(url))) return { state: 'none' };
  const at = new URL(url);
  const file = await ask(`pictures ${at.host}`, at, { ...run, ...FILE, allow: pictureHosts });
  return store(file, { failures, caption: null });
}

async function fetchFigure(due: DuePicture, run: On): Promise<Result> {
  const { externalId, version, failures } = due;
  const paper = version > 0 ? `${externalId}v${version}` : externalId;
  const address = new URL(`${env().ARXIV_HTML_URL.replace(/\/$/, '')}/${paper}`);
  const options = { ...run, allow: arxivHtml };
  const page = await ask('arxiv-html', address, { ...options, ...PAGE });
  if (page.status === 404 && failures + 1 < PAGE_TRIES) return { state: 'later', seconds: DAY };
  if (page.status !== 200 || page.problem) return { state: 'none' };
  const html = new TextDecoder().decode(page.bytes);
  const figure = firstFigure(html);
  const src = figure && resolve(figure.src, html, page.url);
  if (!src || !arxivHtml(src)) return { state: 'none' };
  const file = await ask('arxiv-html', src, { ...options, ...FILE });
  return store(file, { failures, caption: figure.caption, least: LEAST });
}

/** Resolves an address of a page, whose own address has no slash at the end. */
function resolve(src: string, html: string, page: URL): URL | null {
  const [, base = `${page.pathname.replace(/\/$/, '')}/`] =
    /<base\b[^>]{0,500}?\shref="([^"]{1,500})"/i.exec(html.slice(0, 100_000)) ?? [];
  const from = URL.canParse(base, page) ? new URL(base, page) : page;
  return URL.canParse(src, from) ? new URL(src, from) : null;
}

type Asked = On & { allow: Allow; size: number; timeout: number };

const ask = (name: SourceName, url: URL, { on, ...limits }: Asked): Promise<FileResponse> =>
  inTurn(name, url, { on, patience: PATIENCE, signal: limits.signal }, () =>
    fetchFile(url, limits),
  );

type Facts = { failures: number; caption: string | null; least?: typeof LEAST };

async function store(
  { status, bytes, problem, url }: FileResponse,
  { failures, caption, least }: Facts,
): Promise<Result> {
  // Another status may be the host's trouble; 429 and 5xx never come here.
  if (status !== 200 && ![403, 404, 410, 451].includes(status)) return pauseAfter(failures, TRIES);
  if (status !== 200 || problem) return { state: 'none' };
  const stored = await storePicture(bytes, 'wide', FILE.size);
  if (!stored.ok) {
    const busy = stored.message === PICTURE_WORDS.busy;
    return busy ? { state: 'later', seconds: FIRST_PAUSE } : { state: 'none' };
  }
  const { hash, width, height } = stored.data;
  if (least && (width < least.width || height < least.height)) return { state: 'none' };
  return { state: 'stored', hash, url: url.href, caption };
}

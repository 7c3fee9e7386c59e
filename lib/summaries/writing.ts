import { publishInvalidation } from '@/db/queries/invalidation';
import {
  correctDay,
  listUnsummarized,
  noteRejected,
  takeFromDay,
  type Unsummarized,
  writeModelSummary,
} from '@/db/queries/summaries';
import { env } from '@/lib/base/env';
import { log } from '@/lib/base/log';
import { FEEDS } from '@/lib/base/tags';
import { askSource, SourceUnavailable } from '@/lib/sources/ask-source';
import type { HarvestRun } from '@/lib/sources/types';
import { NoResponse } from '@/lib/web/outgoing';
import { estimateTokens, promptOf } from './prompt';
import { readReply } from './reply';

/** Papers per run, and milliseconds after which it starts no further request. */
const BATCH = 50;
const LONGEST_RUN = 8 * 60_000;
/**
 * Timeout in milliseconds and maximum bytes of a response: a model without a GPU writes some words
 * a second.
 */
const WAIT = 120_000;
const MOST_BYTES = 100_000;
/** Rejected responses in a row after which a run ends, because the model is unsuitable. */
const MOST_REJECTED = 5;
/** Minimum characters of an abstract to be summarized. */
const LEAST = 300;

type Run = Pick<HarvestRun, 'on' | 'signal' | 'counts'> & { /** For tests. */ wait?: number };

/** Returns the configured model for summaries; null if there is none. */
export function summaryModel(): string | null {
  const { SUMMARIES_URL, SUMMARIES_MODEL } = env();
  return SUMMARIES_URL && SUMMARIES_MODEL ? SUMMARIES_MODEL : null;
}

/**
 * Scheduled job: requests a summary and keywords from the host's language model for listed papers
 * without one, newest first, within the daily limits. A summary by an author or a source stays, or
 * replaces the model's later. Throws SourceUnavailable if the server does not respond.
 */
export async function writeSummaries({ on, signal, counts, wait = WAIT }: Run): Promise<void> {
  const model = summaryModel();
  if (!model) return;
  const count = (name: string) => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  const end = Date.now() + LONGEST_RUN;
  let rejected = 0;
  try {
    for (const paper of await listUnsummarized(on, { model, least: LEAST, limit: BATCH })) {
      signal.throwIfAborted();
      if (Date.now() > end) return;
      const written = await ask(model, paper, { on, signal, wait });
      if (written === 'spent') return;
      if (written && (await writeModelSummary(on, { paperId: paper.id, model, ...written }))) {
        count('summaries');
      }
      rejected = written ? 0 : rejected + 1;
      if (written) continue;
      count('rejected');
      await noteRejected(on, paper.id, model);
      log.warn({ paper: paper.id }, 'rejected a summary of the model');
      if (rejected === MOST_REJECTED) return;
    }
  } finally {
    if (counts.summaries) await publishInvalidation(on, [FEEDS]);
  }
}

type Written = { summary: string; keywords: string[] };

/** Returns the model's summary of a paper; null if it is unusable, `spent` at the daily limit. */
async function ask(
  model: string,
  paper: Unsummarized,
  { on, signal, wait }: Pick<Run, 'on' | 'signal'> & { wait: number },
): Promise<Written | null | 'spent'> {
  const { SUMMARIES_KEY, SUMMARIES_PER_DAY, SUMMARIES_TOKENS_PER_DAY } = env();
  const prompt = promptOf(model, paper);
  const estimate = estimateTokens(prompt);
  const most = { requests: SUMMARIES_PER_DAY, tokens: SUMMARIES_TOKENS_PER_DAY };
  // Counted before the request, because the process may die during it.
  if (!(await takeFromDay(on, estimate, most))) return 'spent';
  const giveBack = () => correctDay(on, { requests: -1, tokens: -estimate });
  const response = await askSource('summaries', address(), {
    on,
    signal,
    patience: 0,
    interval: 0,
    timeout: wait,
    size: MOST_BYTES,
    json: prompt,
    headers: SUMMARIES_KEY ? { authorization: `Bearer ${SUMMARIES_KEY}` } : undefined,
  }).catch(async (error) => {
    if (costNothing(error)) await giveBack();
    throw error;
  });
  if (response.status !== 200) {
    await giveBack();
    throw new SourceUnavailable(`the model's server answers ${response.status}`, RETRY);
  }
  const { written, tokens } = readReply(response.body, paper);
  if (tokens !== null) await correctDay(on, { requests: 0, tokens: tokens - estimate });
  return written;
}

/** Returns whether no request reached the model; one that timed out may have been billed. */
const costNothing = (error: unknown): boolean =>
  error instanceof SourceUnavailable &&
  (error.cause === undefined ||
    (error.cause instanceof NoResponse && error.cause.cause instanceof TypeError));

/** Seconds to pause after an error of the server, such as a wrong key or model. */
const RETRY = 600;

function address(): URL {
  const { SUMMARIES_URL = '' } = env();
  const base = SUMMARIES_URL.replace(/\/+$/, '');
  return new URL(base.endsWith('/chat/completions') ? base : `${base}/chat/completions`);
}

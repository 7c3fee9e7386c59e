import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { rawSql } from '@/db/client';
import { restartTables } from '@/db/testing/empty';
import { createUser } from '@/db/testing/factories';
import { type ArxivStandIn, startArxiv } from '@/e2e/stand-ins/arxiv';
import { type SourcesStandIn, startSources } from '@/e2e/stand-ins/sources';
import { forgetEnv } from '@/lib/base/env';
import type { Context } from '@/lib/web/types';
import { getDraft, getOwnSubmissions } from '../data';
import { sendInput } from '../schema';
import { openDraft, sendDraft } from '../service';

const RULES = [
  'SUBMIT_BY',
  'SUBMIT_ACCOUNT_DAYS',
  'SUBMIT_MAIL_DOMAINS',
  'SUBMIT_OLDEST_DAYS',
  'SUBMIT_REVIEW_FIRST',
  'RATE_LIMIT_SUBMISSION',
];

/** Sets configuration until the end of the test. */
export const set = (values: Record<string, string>) => {
  Object.assign(process.env, values);
  forgetEnv();
};

/** Starts stand-ins of all sources, and empties the tables that submissions write to. */
export function useSources() {
  const at: { arxiv: ArxivStandIn; sources: SourcesStandIn } = Object.create(null);
  let folder: string;
  beforeAll(async () => {
    [at.arxiv, at.sources] = await Promise.all([startArxiv(), startSources()]);
    folder = await mkdtemp(path.join(tmpdir(), 'pictures-'));
    set({ ...at.arxiv.env, ...at.sources.env, SOURCE_INTERVAL: '0', DATA_DIR: folder });
  });
  afterAll(async () => {
    const { arxiv, sources } = at;
    const names = [...Object.keys({ ...arxiv.env, ...sources.env }), 'SOURCE_INTERVAL', 'DATA_DIR'];
    for (const name of names) delete process.env[name];
    await Promise.all([arxiv.close(), sources.close(), rm(folder, { recursive: true })]);
  });
  beforeEach(async () => {
    await restartTables(
      'papers',
      'users',
      'source_states',
      'pictures',
      'organizations',
      'rate_limits',
    );
    await rawSql()`delete from graphile_worker._private_jobs`;
  });
  afterEach(() => {
    for (const name of RULES) delete process.env[name];
    forgetEnv();
  });
  return at;
}

export type Reader = Context & { viewer: NonNullable<Context['viewer']> };
export const reader = async (facts: Parameters<typeof createUser>[0] = {}): Promise<Reader> => ({
  viewer: await createUser(facts),
});

export async function open(by: Reader, text: string) {
  const result = await openDraft(by, { text });
  if (!result.ok) throw new Error(result.reason);
  if (result.data.state !== 'draft') throw new Error(`is here: ${result.data.slug}`);
  const draft = await getDraft(by.viewer.id, result.data.id);
  if (!draft) throw new Error('no draft');
  return draft;
}

/** Sends the draft like its form: every field unchanged but for `changed`. */
export async function send(by: Reader, text: string, changed: Record<string, unknown> = {}) {
  const { id, details } = await open(by, text);
  return sendDraft(by, sendInput.parse({ id, ...details.typed, ...changed }));
}

/** Returns the only draft of a user. */
export const draftOf = async (by: Reader) => {
  const [{ id } = { id: 0 }] = await getOwnSubmissions(by.viewer.id);
  return getDraft(by.viewer.id, id);
};

export const paperRow = async (externalId: string) => {
  const [row] = await rawSql()`
    select p.*, o.name as organization, p.trending is not null as listed,
      array(select name from paper_authors a where a.paper_id = p.id order by position) as authors
    from papers p left join organizations o on o.id = p.organization_id
    where external_id = ${externalId}`;
  return row;
};

import { rawSql } from '@/db/client';
import { createPaper, createUser } from '@/db/testing/factories';
import type { Viewer } from '@/lib/web/types';
import { getClaiming } from '../data';
import { claimAuthor, settleClaim } from '../service';

export const ORCID = '0000-0002-1825-0097';
export const reason = 'The faculty’s page says so.';

/** Creates a listed paper by Ada and Grace; its source gives Grace's ORCID iD. */
export async function paperOfTwo() {
  const paper = await createPaper({ listed: true, authorCount: 2 });
  await rawSql()`insert into paper_authors (paper_id, position, name, orcid)
    values (${paper.id}, 0, 'Ada Lovelace', null), (${paper.id}, 1, 'Grace Hopper', ${ORCID})`;
  return paper;
}
export const claim = (viewer: Viewer | null, paper: string, position = 0, words = '') =>
  claimAuthor({ viewer }, { paper, position, words });
const claimIdOf = async (viewer: Viewer): Promise<number> =>
  (await rawSql()`select max(id)::int as id from author_claims where user_id = ${viewer.id}`)[0]
    ?.id;
export const settle = async (by: Viewer, of: Viewer, act: 'confirm' | 'refuse') =>
  settleClaim({ viewer: by }, { claim: await claimIdOf(of), act, reason });
export const moderator = () => createUser({ role: 'moderator' });
export const authors = (paperId: number) =>
  rawSql()`select name, user_id, claim_status from paper_authors
    where paper_id = ${paperId} order by position`;
export const statusOf = async (viewer: Viewer, slug: string) =>
  (await getClaiming(viewer, slug))?.own?.status ?? null;
export const signInAtOrcid = (viewer: Viewer, orcid: string) =>
  rawSql()`insert into accounts (user_id, type, provider, provider_account_id)
    values (${viewer.id}, 'oauth', 'orcid', ${orcid})`;

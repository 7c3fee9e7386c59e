import { listForDigest } from '@/db/queries/deliveries';
import { listPapers } from '@/db/queries/papers';
import { siteUrl } from '@/lib/base/env';
import { plainText } from '@/lib/markup/plain';
import { excerpt } from '@/lib/papers/excerpt';
import { paperPath } from '@/lib/papers/paths';
import { whyWords } from '@/lib/taste/messages';
import { pickFor } from '@/lib/taste/ranking';
import type { Contents, DigestPaper, Subject } from './types';

/** Most papers in one mail. */
const MOST = 10;
/** Characters of a summary. */
const SUMMARY = 300;

type Wanted = { about: Subject; topics: string[]; searchId: number | null; userId: string | null };
type Row = Awaited<ReturnType<typeof listPapers>>[number];

/** Returns the content of a mail for a time span: its first papers by trending, as plain text. */
export async function readContents(
  wanted: Wanted,
  span: { from: Date; to: Date },
): Promise<Contents> {
  if (wanted.about === 'for_you') return readForYou(wanted.userId, span);
  const { ids, total } = await listForDigest(wanted, span, MOST);
  return { papers: (await listPapers(ids)).map(inWords), total };
}

/** Reads the user's own ranking, without seen and hidden papers; for a month, its last 14 days. */
async function readForYou(
  userId: string | null,
  span: { from: Date; to: Date },
): Promise<Contents> {
  if (!userId) return { papers: [], total: 0 };
  const { picked, total } = await pickFor(userId, MOST, span);
  const why = new Map(picked.map((one) => [one.id, whyWords(one.why)]));
  const rows = await listPapers([...why.keys()]);
  const listed = rows.map((row) => {
    const paper = inWords(row);
    const reason = why.get(row.id);
    return reason ? { ...paper, facts: `${paper.facts} · ${reason}` } : paper;
  });
  return { papers: listed, total };
}

const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

function inWords(row: Row): DigestPaper {
  const more = row.authorCount - row.authors.length;
  const names = row.authors.map(({ name }) => name).join(', ');
  return {
    title: plainText(row.title),
    address: siteUrl() + paperPath(row.slug),
    authors: more > 0 ? `${names} and ${more} more` : names || (row.organizationName ?? ''),
    excerpt: excerpt(plainText(row.summary ?? row.abstractStart), SUMMARY),
    facts: [
      count(row.upvotes, 'upvote'),
      ...(row.comments > 0 ? [count(row.comments, 'comment')] : []),
      ...row.categories.slice(0, 1),
      ...(row.summary && row.summaryBy ? [`Summary by ${row.summaryBy}`] : []),
    ].join(' · '),
  };
}

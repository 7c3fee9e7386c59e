import { z } from 'zod';
import { excerpt } from '@/lib/papers/excerpt';
import { paperPath } from '@/lib/papers/paths';
import { absolute } from '@/lib/programs/api/papers';
import type { DailyItem, FlatPaper, Thread } from '@/lib/programs/api/schema';
import { oneLine, quoted, threadLines } from '@/lib/programs/api/threads-text';

/** A paper in tool results: short, because a model reads all of it. */
export const paperOutput = z.object({
  id: z.string(),
  title: z.string(),
  authors: z.array(z.string()).describe('The first five.'),
  published: z.string().describe('YYYY-MM-DD'),
  upvotes: z.number(),
  comments: z.number(),
  summary: z.string(),
  url: z.string(),
  code: z.string().optional(),
  because: z.string().optional().describe('Why it is in For you.'),
});
export type PaperOutput = z.output<typeof paperOutput>;

const SUMMARY = 500;

export const ofItem = ({ paper, numComments }: Pick<DailyItem, 'paper' | 'numComments'>) =>
  toOutput(paper, numComments, paper.ai_summary ?? paper.summary);

export const ofFlat = (paper: FlatPaper) => toOutput(paper, paper.numComments, paper.summary);

type Of = Pick<FlatPaper, 'id' | 'title' | 'authors' | 'publishedAt' | 'upvotes' | 'githubRepo'>;

const toOutput = (paper: Of, comments: number, summary: string): PaperOutput => ({
  id: paper.id,
  title: paper.title,
  authors: paper.authors.slice(0, 5).map(({ name }) => name),
  published: paper.publishedAt.slice(0, 10),
  upvotes: paper.upvotes,
  comments,
  summary: excerpt(summary, SUMMARY),
  url: absolute(paperPath(paper.id)),
  ...(paper.githubRepo && { code: paper.githubRepo }),
});

/** Returns a list as text, and as structured data. */
export function paperList(papers: PaperOutput[], nothing: string) {
  const lines = papers.map(
    (paper, at) =>
      `${at + 1}. ${paper.title} [${paper.id}]\n` +
      `   ${paper.authors.join(', ')} · ${paper.published} · ${paper.upvotes} upvotes · ` +
      `${paper.comments} comments\n   ${paper.url}${paper.code ? ` · code: ${paper.code}` : ''}\n` +
      (paper.because ? `   ${paper.because}\n` : '') +
      `   ${paper.summary}`,
  );
  return { ...text(lines.join('\n\n') || nothing), structuredContent: { papers } };
}

/** Threads to read, and how to go on. */
export const threadList = (threads: Thread[], cursor: string | null) =>
  text(
    (threadLines(threads) || 'Nobody has commented on this paper.') +
      (cursor ? `\n\nMore: ask again with cursor ${cursor}` : ''),
  );

export { oneLine, quoted };

export const text = (words: string) => ({ content: [{ type: 'text' as const, text: words }] });

/** Returns a tool error with a message that the model can act on. */
export const failed = (words: string) => ({ ...text(words), isError: true });

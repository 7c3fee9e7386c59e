import { z } from 'zod';
import { plural } from '@/lib/base/plural';
import { excerpt } from '@/lib/papers/excerpt';
import { paperPath } from '@/lib/papers/paths';
import { absolute } from '@/lib/programs/api/papers';
import type { DailyItem, FlatPaper, Thread } from '@/lib/programs/api/schema';

/** A paper in tool results: short, because a model reads all of it. */
export const toldPaper = z.object({
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
export type ToldPaper = z.output<typeof toldPaper>;

const SUMMARY = 500;

export const ofItem = ({ paper, numComments }: Pick<DailyItem, 'paper' | 'numComments'>) =>
  told(paper, numComments, paper.ai_summary ?? paper.summary);

export const ofFlat = (paper: FlatPaper) => told(paper, paper.numComments, paper.summary);

type Of = Pick<FlatPaper, 'id' | 'title' | 'authors' | 'publishedAt' | 'upvotes' | 'githubRepo'>;

const told = (paper: Of, comments: number, summary: string): ToldPaper => ({
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
export function paperList(papers: ToldPaper[], nothing: string) {
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

/** Every character that may count as a line break. */
const LINES = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;

/**
 * Returns threads as an indented list. Comments are quoted, so that their text cannot imitate
 * anything else.
 */
export function threadList(threads: Thread[], cursor: string | null) {
  const one = (comment: Thread | Thread['replies'][number], indent: string): string => {
    const who = comment.author ? `@${comment.author.name}` : `(${comment.state})`;
    const marks = [
      comment.kind,
      comment.settledAt && 'settled',
      comment.byAuthorOfPaper && 'author of the paper',
      comment.parentId && `answers ${comment.parentId}`,
      plural(comment.upvotes, 'upvote'),
      comment.createdAt.slice(0, 10),
    ].filter(Boolean);
    const quoted = comment.markdown.split(LINES).map((line) => `${indent}> ${line}`);
    return [`${indent}Comment ${comment.id} by ${who} · ${marks.join(' · ')}`, ...quoted].join(
      '\n',
    );
  };
  const told = threads.map((thread) =>
    [one(thread, ''), ...thread.replies.map((reply) => one(reply, '  '))].join('\n'),
  );
  const more = cursor ? `\n\nMore: ask again with cursor ${cursor}` : '';
  return text((told.join('\n\n') || 'Nobody has commented on this paper.') + more);
}

export const text = (words: string) => ({ content: [{ type: 'text' as const, text: words }] });

/** Returns a tool error with a message that the model can act on. */
export const failed = (words: string) => ({ ...text(words), isError: true });

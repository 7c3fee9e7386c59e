import { plural } from '@/lib/base/plural';
import type { Thread } from './schema';

/** Everything that a reader of plain text may take for the end of a line. */
const LINES = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;

/** What somebody typed as quoted lines, so that it passes for nothing else. */
export const quoted = (typed: string, indent = ''): string[] =>
  typed.split(LINES).map((line) => `${indent}> ${line}`);

/** A name or a title, which begins no line of its own. */
export const oneLine = (typed: string): string => typed.replace(/\s+/g, ' ').trim();

/** Threads with their replies as text: who, what kind, how many upvotes, and the quoted words. */
export const threadLines = (threads: Thread[]): string =>
  threads
    .map((thread) =>
      [commentLines(thread, ''), ...thread.replies.map((reply) => commentLines(reply, '  '))].join(
        '\n',
      ),
    )
    .join('\n\n');

function commentLines(comment: Thread | Thread['replies'][number], indent: string): string {
  const who = comment.author ? `@${comment.author.name}` : `(${comment.state})`;
  const facts = factsOf(comment).join(' · ');
  const head = `${indent}Comment ${comment.id} by ${who} · ${facts}`;
  return [head, ...quoted(comment.markdown, indent)].join('\n');
}

const factsOf = (comment: Thread | Thread['replies'][number]): string[] =>
  [
    comment.kind,
    comment.settledAt && 'settled',
    comment.byAuthorOfPaper && 'author of the paper',
    comment.parentId && `answers ${comment.parentId}`,
    plural(comment.upvotes, 'upvote'),
    comment.createdAt.slice(0, 10),
  ].filter((fact): fact is string => Boolean(fact));

/**
 * The same as Markdown: a heading a thread, and each comment in a quotation, where its own headings
 * and lists stay inside.
 */
export const threadMarkdown = (threads: Thread[]): string =>
  threads
    .flatMap((thread) => [thread, ...thread.replies])
    .map((comment) => {
      const who = comment.author ? `@${comment.author.name}` : `(${comment.state})`;
      const level = 'replies' in comment ? '###' : '####';
      const head = `${level} Comment ${comment.id} by ${who} (${factsOf(comment).join(', ')})`;
      return [head, quoted(comment.markdown).join('\n')].join('\n\n');
    })
    .join('\n\n');

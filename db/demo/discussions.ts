import { readFileSync } from 'node:fs';

export type DemoComment = {
  /** Index among all demo comments, from 0; replies come after their parents. */
  key: number;
  paper: string;
  reader: string;
  /** Hours after the paper's submission. */
  after: number;
  parent: number | null;
  markdown: string;
};

const PAPER = /^=== (\S+)$/;
const COMMENT = /^--- (>*) ?(\S+) \+(\d+)h$/;

/** Reads the comments of discussions.txt, which documents its format at the top. */
export function readDiscussions(): DemoComment[] {
  const text = readFileSync('db/demo/discussions.txt', 'utf8');
  const comments: DemoComment[] = [];
  let paper = '';
  // The last comment of each depth: the parent of the next deeper one.
  let above: DemoComment[] = [];
  for (const line of text.split('\n')) {
    const opened = PAPER.exec(line)?.[1];
    const [, depth, reader, after] = COMMENT.exec(line) ?? [];
    if (opened) {
      paper = opened;
      above = [];
    } else if (reader) {
      const level = depth?.length ?? 0;
      const parent = level > 0 ? above[level - 1] : undefined;
      if (level > 0 && !parent) throw new Error(`discussions.txt: no parent for "${line}"`);
      const comment = {
        key: comments.length,
        paper,
        reader,
        after: Number(after),
        parent: parent?.key ?? null,
        markdown: '',
      };
      above = [...above.slice(0, level), comment];
      comments.push(comment);
    } else {
      const last = comments.at(-1);
      if (last && above.includes(last)) last.markdown += `${line}\n`;
    }
  }
  for (const comment of comments) comment.markdown = comment.markdown.trim();
  return comments;
}

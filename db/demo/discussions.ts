import { readFileSync } from 'node:fs';

export type DemoComment = {
  /** Place among all comments of the demo, from 0; a reply stands after what it answers. */
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

/** The comments of discussions.txt, which says at its top how it is written. */
export function readDiscussions(): DemoComment[] {
  const text = readFileSync('db/demo/discussions.txt', 'utf8');
  const comments: DemoComment[] = [];
  let paper = '';
  // The last comment of each depth: the one that a deeper one answers.
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
      if (level > 0 && !parent) throw new Error(`discussions.txt: nothing above "${line}"`);
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

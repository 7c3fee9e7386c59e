import { describe, expect, it } from 'vitest';
import { arrangeThreads, MAX_INDENT } from './threads';
import type { PublicComment, Thread } from './types';

const comment = (
  id: number,
  parentId: number | null = null,
  state: PublicComment['state'] = 'visible',
): PublicComment => ({
  id,
  parentId,
  rootId: id,
  byAuthorOfPaper: false,
  bySubmitter: false,
  byModerator: false,
  kind: null,
  settled: null,
  upvotes: 0,
  onVersion: null,
  reactions: [],
  state,
  author: { handle: `reader-${id}`, name: null, picture: null },
  html: `<p>${id}</p>`,
  createdAt: '2026-01-01T00:00:00.000Z',
  editedAt: null,
  revision: 0,
});

/** `1(2 3(4))`: ids with their replies. */
const drawn = (threads: Thread[]): string =>
  threads
    .map(({ comment: { id }, answers, replies }) => {
      const below = replies.length > 0 ? `(${drawn(replies)})` : '';
      return `${id}${answers ? `@${answers.id}` : ''}${below}`;
    })
    .join(' ');

describe('arrangeThreads', () => {
  it('nests replies below their parent, in order', () => {
    const list = [
      comment(1),
      comment(2),
      comment(3, 1),
      comment(4, 2),
      comment(5, 3),
      comment(6, 1),
    ];
    expect(drawn(arrangeThreads(list))).toBe('1(3(5) 6) 2(4)');
  });

  it('keeps deleted comments only if they have replies', () => {
    const list = [
      comment(1, null, 'deleted'),
      comment(2, null, 'deleted'),
      comment(3, 1, 'hidden'),
      comment(4, 3),
      comment(5, 2, 'deleted'),
    ];
    expect(drawn(arrangeThreads(list))).toBe('1(3(4))');
  });

  it('starts a thread with a reply whose parent is not listed', () => {
    expect(drawn(arrangeThreads([comment(7, 3), comment(8, 7)]))).toBe('7(8)');
  });

  it('names the parent beyond the last level of indentation', () => {
    const chain = Array.from({ length: MAX_INDENT + 3 }, (_, i) => comment(i + 1, i || null));
    expect(drawn(arrangeThreads(chain))).toBe('1(2(3(4(5(6(7 8@7 9@8))))))');
  });

  it('arranges a chain of 10,000 replies', () => {
    const chain = Array.from({ length: 10_000 }, (_, i) => comment(i + 1, i || null));
    const [root] = arrangeThreads(chain);
    expect(root?.comment.id).toBe(1);
  });
});

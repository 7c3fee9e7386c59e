'use client';

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { visitDiscussion } from '@/lib/comments/visits';
import { useViewer } from '@/lib/web/hooks';
import { watchSelection } from './quote';

/** What the one open form is about. */
export type Target =
  | { kind: 'new' }
  | { kind: 'reply'; commentId: number }
  | { kind: 'edit'; commentId: number };

export type Desk = {
  paperId: number;
  slug: string;
  /** Nobody writes or edits here any more. */
  locked: boolean;
  /** Who may write here; `signed-out` as long as it is not known. */
  writer: { handle: string } | 'signed-out' | 'needs-handle' | 'banned';
  signInPath: string;
  /** Scripts have come: until then links lead to the forms that need none. */
  scripted: boolean;
  open: Target | null;
  setOpen: (target: Target) => void;
  /** Closes the form and goes back to where it was opened. */
  close: () => void;
  /**
   * Closes the form of `target` and leads to the comment that it wrote, once it is on the page;
   * leaves another form, which may have been opened meanwhile, alone.
   */
  done: (target: Target, commentId: number) => void;
};

export const NEW_COMMENT_ID = 'new-comment';
export const commentElementId = (commentId: number): string => `comment-${commentId}`;

const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('outside of a CommentDesk');
  return desk;
}

export const isSame = (one: Target | null, other: Target): boolean =>
  one?.kind === other.kind &&
  (one.kind === 'new' || other.kind === 'new' || one.commentId === other.commentId);

type Props = { paperId: number; slug: string; locked: boolean; children: ReactNode };

/** The reader's part of a discussion: who may write, and which form is open. */
export function CommentDesk({ paperId, slug, locked, children }: Props) {
  const { viewer, needsHandle } = useViewer();
  const [open, setOpen] = useState<Target | null>(null);
  // An answer may come to a desk that has moved on.
  const latest = useRef(open);
  latest.current = open;
  const [next, setNext] = useState<{ elementId: string } | null>(null);
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  useEffect(watchSelection, []);
  useEffect(() => markNew(paperId), [paperId]);
  useEffect(() => (next ? leadTo(next.elementId) : undefined), [next]);

  const handle = viewer?.handle ?? null;
  const banned = viewer?.banned ?? false;
  const desk = useMemo<Desk>(() => {
    const writer = banned
      ? 'banned'
      : handle !== null && !needsHandle
        ? { handle }
        : needsHandle
          ? 'needs-handle'
          : 'signed-out';
    return {
      paperId,
      slug,
      locked,
      writer,
      signInPath: `/${needsHandle ? 'welcome' : 'sign-in'}?from=${encodeURIComponent(`/papers/${slug}`)}`,
      scripted,
      open,
      setOpen,
      close: () => {
        setOpen(null);
        if (open) setNext({ elementId: elementOf(open) });
      },
      done: (target, commentId) => {
        if (!isSame(latest.current, target)) return;
        setOpen(null);
        setNext({ elementId: commentElementId(commentId) });
      },
    };
  }, [paperId, slug, locked, handle, banned, needsHandle, scripted, open]);
  return <DeskContext value={desk}>{children}</DeskContext>;
}

/** Comments that were written since this browser's last visit get a mark. */
function markNew(paperId: number): void {
  const since = visitDiscussion(paperId);
  if (!since) return;
  for (const comment of document.querySelectorAll<HTMLElement>('[data-comment-at]')) {
    const { commentAt = '' } = comment.dataset;
    if (commentAt > since) comment.classList.add('said-since');
  }
}

const elementOf = (target: Target): string =>
  target.kind === 'new' ? NEW_COMMENT_ID : commentElementId(target.commentId);

/**
 * Focuses an element as soon as it is on the page, which a new comment reaches with the answer;
 * not when the reader, who may already write the next one, has the focus elsewhere by then.
 */
function leadTo(elementId: string): () => void {
  let attempts = 0;
  const timer = setInterval(() => {
    const element = document.getElementById(elementId);
    const isElsewhere = document.activeElement !== document.body;
    if (element && !isElsewhere) {
      for (
        let at = element.closest('details');
        at;
        at = at.parentElement?.closest('details') ?? null
      ) {
        at.open = true;
      }
      element.focus({ preventScroll: true });
      element.scrollIntoView({ block: 'nearest' });
    }
    if (element || isElsewhere || ++attempts === 50) clearInterval(timer);
  }, 60);
  return () => clearInterval(timer);
}

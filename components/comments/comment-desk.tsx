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
import { toast } from '@/components/ui/toast';

import { visitDiscussion } from '@/lib/comments/visits';
import { useViewer } from '@/lib/web/hooks';
import { REOPENED } from '@/lib/web/updates/messages';
import { watchSelection } from './quote';
import { takeOpen } from './reopen';
import type { Target } from './target';

export type Desk = {
  paperId: number;
  slug: string;
  /** Whether the discussion is locked. */
  locked: boolean;
  /** Whether the viewer may write; `signed-out` until the session has loaded. */
  writer: { handle: string } | 'signed-out' | 'needs-handle' | 'banned';
  signInPath: string;
  /** Whether the page has hydrated. Before that, links lead to the forms that need no scripts. */
  scripted: boolean;
  open: Target | null;
  setOpen: (target: Target) => void;
  /** Closes the form and returns the focus to the control that opened it. */
  close: () => void;
  /**
   * Closes the form of `target` and moves the focus to the new comment once it is rendered. Another
   * form that was opened meanwhile stays open.
   */
  done: (target: Target, commentId: number) => void;
};

export const NEW_COMMENT_ID = 'new-comment';
export const commentElementId = (commentId: number): string => `comment-${commentId}`;

const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useDesk needs a CommentDesk above it');
  return desk;
}

export const isSame = (one: Target | null, other: Target): boolean =>
  one?.kind === other.kind &&
  (one.kind === 'new' || other.kind === 'new' || one.commentId === other.commentId);

type Props = { paperId: number; slug: string; locked: boolean; children: ReactNode };

/** Client state of a discussion: whether the viewer may write, and which form is open. */
export function CommentDesk({ paperId, slug, locked, children }: Props) {
  const { viewer, needsHandle } = useViewer();
  const [open, setOpen] = useState<Target | null>(null);
  // A response may arrive after another form was opened.
  const latest = useRef(open);
  latest.current = open;
  const [next, setNext] = useState<{ elementId: string } | null>(null);
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  useEffect(watchSelection, []);
  useEffect(() => markNew(paperId), [paperId]);
  useEffect(() => (next ? leadTo(next.elementId) : undefined), [next]);

  const handle = viewer?.handle ?? null;
  useEffect(() => {
    if (!handle) return;
    const target = takeOpen(paperId);
    if (!target) return;
    setOpen(target);
    toast('message', REOPENED);
  }, [handle, paperId]);
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

/** Marks comments written since this browser's last visit. */
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
 * Focuses an element as soon as it is rendered; a new comment appears only with the response. Skips
 * it if the viewer has moved the focus elsewhere, for example to write the next comment.
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

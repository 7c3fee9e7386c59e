'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState, useTransition } from 'react';
import { plural } from '@/lib/base/plural';
import { FIRST_PAUSE, newerThan, nextPause } from '@/lib/comments/newer';
import { discussionPath } from '@/lib/comments/paths';
import type { CommentTime } from '@/lib/comments/types';
import { useViewer } from '@/lib/web/hooks';
import { commentElementId } from './comment-desk';

type Props = {
  paperId: number;
  slug: string;
  /** ISO time of the newest comment when the page was made; null: there was none. */
  newest: string | null;
};

/** Milliseconds without a sign of the reader after which nothing is asked. */
const AWAY = 5 * 60_000;

/** A discussion that is being read says when others have said more. It lies over the page. */
export function NewerNotice({ paperId, slug, newest }: Props) {
  const { viewer } = useViewer();
  const [fresh, setFresh] = useState<CommentTime[]>([]);
  const [since, setSince] = useState(newest ?? '');
  const [pending, start] = useTransition();
  const router = useRouter();
  const own = viewer?.handle ?? null;

  useEffect(() => setSince(newest ?? ''), [newest]);
  useEffect(
    () => watch(paperId, (all) => setFresh(newerThan(all, since, own))),
    [paperId, since, own],
  );

  const last = fresh.at(-1);
  if (!last) return null;
  const show = () => {
    start(() => router.refresh());
    leadTo(fresh, () => {
      location.href = discussionPath(slug, { order: 'newest' });
    });
    setFresh([]);
    setSince(last.at);
  };
  return (
    <div role="status" className="screen-only pointer-events-none fixed inset-x-0 bottom-20 z-30">
      <button
        type="button"
        disabled={pending}
        onClick={show}
        className="pointer-events-auto mx-auto block rounded-full border border-line-strong bg-raised px-4 py-1.5 font-medium text-accent text-sm shadow-lg hover:border-accent"
      >
        {plural(fresh.length, 'new comment')}
      </button>
    </div>
  );
}

/** Asks now and then while the page is seen and its reader is there. */
function watch(paperId: number, tell: (comments: CommentTime[]) => void): () => void {
  let [pause, sign, asked] = [FIRST_PAUSE, Date.now(), Date.now()];
  let timer: ReturnType<typeof setTimeout>;
  let ended = false;
  const idle = () => document.visibilityState !== 'visible' || Date.now() - sign > AWAY;
  const look = async () => {
    clearTimeout(timer);
    if (!idle()) {
      asked = Date.now();
      const response = await fetch(`/me/discussion?paper=${paperId}`).catch(() => null);
      if (ended) return;
      if (response?.ok) tell(((await response.json()) as { comments: CommentTime[] }).comments);
      pause = nextPause(pause);
    }
    timer = setTimeout(look, pause);
  };
  const seen = () => {
    const back = idle();
    sign = Date.now();
    if (!back || Date.now() - asked < FIRST_PAUSE) return;
    pause = FIRST_PAUSE;
    void look();
  };
  timer = setTimeout(look, pause);
  const signs = ['focus', 'scroll', 'pointerdown', 'keydown'] as const;
  for (const name of signs) addEventListener(name, seen, { passive: true });
  document.addEventListener('visibilitychange', seen);
  return () => {
    ended = true;
    clearTimeout(timer);
    for (const name of signs) removeEventListener(name, seen);
    document.removeEventListener('visibilitychange', seen);
  };
}

/** Marks the new comments once they are on the page and shows the first; else calls `missing`. */
function leadTo(fresh: CommentTime[], missing: () => void, left = 50): void {
  const found = fresh.flatMap(({ id }) => document.getElementById(commentElementId(id)) ?? []);
  const [first] = found;
  if (!first) {
    if (left === 0) missing();
    else setTimeout(() => leadTo(fresh, missing, left - 1), 100);
    return;
  }
  for (const comment of found) comment.classList.add('said-since');
  first.scrollIntoView({ block: 'center' });
  first.focus({ preventScroll: true });
}

'use client';

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useFilters } from '@/lib/filters/hooks';
import { foldOf, keyOf } from '@/lib/filters/matching';
import { leavePage } from '@/lib/filters/store';
import type { Filter } from '@/lib/filters/types';
import { useLastVisit } from '@/lib/visits/hooks';
import { usePaperOverlay } from '@/lib/votes/hooks';
import { FEED_SCRIPT } from './feed-script';
import { FoldedLine, FoldLine } from './fold-lines';
import { NewMark, NewsLine } from './news';
import { textOf } from './row-element';
import { SearchMark } from './search-mark';

type Overlay = {
  /** By paper id: the filter that hides it, and whether it is new since the last visit. */
  folds: ReadonlyMap<number, Filter>;
  news: ReadonlySet<number>;
  fresh: ReadonlySet<string>;
  shown: boolean;
};

/** Runs once, from the server's HTML; client renders need no copy. */
const script = typeof window === 'undefined' ? FEED_SCRIPT : '';

const FeedOverlay = createContext<Overlay | null>(null);

type FrameProps = {
  /** Topic of this page: a mute of that topic does not apply here. */
  topic?: string;
  /** Whether to say how many papers are new; for first pages of feeds that users return to. */
  news?: boolean;
  children: ReactNode;
};

/**
 * A feed's rows for one viewer. The rows come from the server, the same for everyone; hidden, muted
 * and new papers are found in the DOM and marked before the first paint.
 */
export function FeedFrame({ topic, news = false, children }: FrameProps) {
  const list = useRef<HTMLOListElement>(null);
  const state = useFilters();
  const filters = state?.filters;
  const since = useLastVisit();
  const [found, setFound] = useState<Pick<Overlay, 'folds' | 'news'>>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: new children are new rows
  useLayoutEffect(() => {
    if (!filters || !list.current) return;
    const folds = new Map<number, Filter>();
    const latest = new Set<number>();
    for (const row of list.current.querySelectorAll<HTMLElement>(':scope > li')) {
      const id = Number(row.dataset.paperId);
      const topics = row.dataset.topics?.split(' ') ?? [];
      const fold = foldOf({ id, topics, text: () => textOf(row) }, filters, topic);
      if (fold) folds.set(id, fold);
      if (since !== null && Date.parse(row.dataset.at ?? '') > since) latest.add(id);
    }
    setFound({ folds, news: latest });
  }, [filters, since, topic, children]);

  useEffect(() => leavePage, []);

  const overlay = state && found ? { ...state, ...found } : null;
  const seen = overlay ? [...overlay.news].filter((id) => !overlay.folds.has(id)).length : 0;
  return (
    <FeedOverlay value={overlay}>
      {news ? <NewsLine count={seen} since={since} /> : null}
      <ol ref={list} data-topic={topic} className="border-line border-t">
        {children}
      </ol>
      <script suppressHydrationWarning dangerouslySetInnerHTML={{ __html: script }} />
      {overlay ? <FoldedLine {...overlay} /> : null}
    </FeedOverlay>
  );
}

type RowProps = {
  paperId: number;
  topics: string[];
  /** ISO time of submission. */
  submittedAt: string | null;
  /** Position on Trending. */
  place?: number;
  children: ReactNode;
};

/** A feed row: rendered, replaced by a line, or left out. */
export function FeedRow({ paperId, topics, submittedAt, place, children }: RowProps) {
  const overlay = useContext(FeedOverlay);
  const marks = usePaperOverlay(paperId)?.marks;
  const fold = overlay?.folds.get(paperId);
  const fresh = fold !== undefined && overlay?.fresh.has(keyOf(fold)) === true;
  const shown = overlay?.shown ? 'shown' : fresh ? 'line' : 'gone';
  const look = overlay ? (fold ? shown : 'open') : undefined;
  return (
    <li
      data-paper-id={paperId}
      data-place={place}
      data-topics={topics.join(' ')}
      data-at={submittedAt ?? ''}
      data-fold={look}
      className="relative scroll-my-3 border-line border-b data-[fold=gone]:hidden data-[fold=line]:[&>article]:hidden"
    >
      {overlay?.news.has(paperId) && look !== 'line' ? <NewMark /> : null}
      {marks && !fold ? <SearchMark names={marks} /> : null}
      {fold && look !== 'gone' ? <FoldLine paperId={paperId} fold={fold} fresh={fresh} /> : null}
      {children}
    </li>
  );
}

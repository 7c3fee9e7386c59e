import type { Thread } from '@/lib/comments/types';
import { excerpt } from '@/lib/papers/excerpt';
import type { Period } from '@/lib/papers/periods';
import type { PaperDetail, PaperSummary } from '@/lib/papers/types';

/**
 * For scrapers of Hugging Face's pages: an invisible element with the page's data as JSON. It holds
 * only what they read, since a browser receives it twice with every page. `data-target` precedes
 * `data-props`, because scrapers match with regular expressions.
 */
const SUMMARY = 160;
const MOST_AUTHORS = 50;

type Of = { authors: { name: string }[]; title: string; publishedAt: string; upvotes: number };

const facts = ({ authors, title, publishedAt, upvotes }: Of, id: string, summary: string) => ({
  id,
  title,
  publishedAt,
  upvotes,
  summary,
  authors: authors.slice(0, MOST_AUTHORS).map(({ name }) => ({ name })),
});

type FeedProps = { papers: PaperSummary[]; period?: Period };

const PERIOD_TYPES = { date: 'day', week: 'week', month: 'month' } as const;

export function ScrapedFeed({ papers, period }: FeedProps) {
  const props = {
    dailyPapers: papers.map((paper) => ({
      title: paper.title,
      publishedAt: paper.publishedAt,
      numComments: paper.comments,
      paper: facts(paper, paper.slug, excerpt(paper.excerpt, SUMMARY)),
    })),
    ...(period && { dateString: period.at, periodType: PERIOD_TYPES[period.kind] }),
  };
  return <div hidden data-target="DailyPapers" data-props={JSON.stringify(props)} />;
}

export function ScrapedPaper({ paper, threads }: { paper: PaperDetail; threads: Thread[] }) {
  const props = {
    paper: { ...facts(paper, paper.slug, paper.abstract), numComments: paper.comments },
    comments: threads.map(({ comment }) => ({
      id: String(comment.id),
      createdAt: comment.createdAt,
      ...(comment.author && { author: { name: comment.author.handle } }),
    })),
  };
  return <div hidden data-target="PaperContent" data-props={JSON.stringify(props)} />;
}

import Link from 'next/link';
import { categoryName } from '@/lib/papers/categories';
import { formatCount } from '@/lib/papers/dates';
import { feedPath } from '@/lib/papers/paths';
import { ARCHIVES } from '@/lib/papers/topics';
import type { TopicCount } from '@/lib/papers/types';

type Props = {
  counts: TopicCount[];
  /** Topics from the site's configuration; entries that are no category are skipped. */
  own: string[];
};

/** All categories by archive, with official names and paper counts. */
export function TopicIndex({ counts, own }: Props) {
  const papers = new Map(counts.map(({ topic, papers }) => [topic, papers]));
  const ours = own.filter(categoryName);
  const sections = ours.length ? [{ name: 'On this site', topics: ours }, ...ARCHIVES] : ARCHIVES;
  return sections.map(({ name, topics }) => (
    <section key={name} className="mt-7 first-of-type:mt-5">
      <h2 className="mb-1.5 font-semibold">{name}</h2>
      <ul className="gap-x-8 text-sm sm:columns-2">
        {topics.map((topic) => (
          <Topic key={topic} topic={topic} papers={papers.get(topic) ?? 0} />
        ))}
      </ul>
    </section>
  ));
}

function Topic({ topic, papers }: TopicCount) {
  return (
    <li className="break-inside-avoid border-line border-t">
      <Link
        href={feedPath({ kind: 'topic', topic, order: 'trending' })}
        prefetch={false}
        className={`flex min-h-9 items-baseline gap-2 py-1.5 hover:text-accent ${papers ? '' : 'text-muted'}`}
      >
        <span className="grow">{categoryName(topic)}</span>
        <span className="shrink-0 text-muted text-xs">{topic}</span>
        <span className="w-12 shrink-0 text-right tabular-nums">
          {formatCount(papers)}
          <span className="sr-only"> {papers === 1 ? 'paper' : 'papers'}</span>
        </span>
      </Link>
    </li>
  );
}

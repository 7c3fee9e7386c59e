import Link from 'next/link';
import { feedPath } from '@/lib/papers/paths';
import { site } from '@/lib/site/site';
import { topicsInWords } from '@/lib/site/topics';

export function SiteTopics() {
  const { tagline, topics } = site();
  if (topics.length === 0) return tagline;
  return (
    <>
      {tagline}:{' '}
      {topicsInWords(topics).map(({ text, topic }) =>
        topic ? (
          <Link
            key={topic}
            href={feedPath({ kind: 'topic', topic, order: 'trending' })}
            prefetch={false}
            title={topic}
            className="text-link"
          >
            {text}
          </Link>
        ) : (
          text
        ),
      )}
    </>
  );
}

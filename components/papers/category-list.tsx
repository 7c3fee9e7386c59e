import Link from 'next/link';
import type { CSSProperties } from 'react';
import { categoryName } from '@/lib/papers/categories';
import { feedPath } from '@/lib/papers/paths';
import { topicHue } from '@/lib/papers/tile';

type Props = {
  categories: string[];
  /** Shows only the primary category, for feed rows. */
  brief?: boolean;
};

/** arXiv categories, primary first, each with its name as a tooltip and a link to its papers. */
export function CategoryList({ categories, brief = false }: Props) {
  if (categories.length === 0) return null;
  const shown = brief ? categories.slice(0, 1) : categories;
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      <span className="sr-only">{brief ? 'Topic: ' : 'Topics: '}</span>
      {shown.map((category) => (
        <Topic key={category} category={category} />
      ))}
    </span>
  );
}

function Topic({ category }: { category: string }) {
  const name = categoryName(category);
  const look = { className: 'topic', style: { '--h': topicHue(category) } as CSSProperties };
  if (!name) return <span {...look}>{category}</span>;
  return (
    <Link
      href={feedPath({ kind: 'topic', topic: category, order: 'trending' })}
      prefetch={false}
      title={name}
      {...look}
    >
      {category}
    </Link>
  );
}

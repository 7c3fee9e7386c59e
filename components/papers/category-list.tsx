import Link from 'next/link';
import { categoryName } from '@/lib/papers/categories';
import { feedPath } from '@/lib/papers/paths';

type Props = {
  categories: string[];
  /** In a row of a feed: a few of them, on a narrow screen only the primary one. */
  brief?: boolean;
};

/** Categories that a row shows. */
const BRIEF = 3;

/** arXiv's categories, the primary one first, each with its name to hover and the way to its papers. */
export function CategoryList({ categories, brief = false }: Props) {
  if (categories.length === 0) return null;
  const shown = brief ? categories.slice(0, BRIEF) : categories;
  const more = categories.slice(shown.length);
  const secondary = brief ? 'hidden sm:inline' : '';
  return (
    <span className="inline-flex flex-wrap gap-x-2">
      <span className="sr-only">Categories: </span>
      {shown.map((category, at) => {
        const name = categoryName(category);
        const place = at > 0 ? secondary : '';
        return name ? (
          <Link
            key={category}
            href={feedPath({ kind: 'topic', topic: category, order: 'trending' })}
            prefetch={false}
            title={name}
            className={`leading-7 hover:text-accent ${place}`}
          >
            {category}
          </Link>
        ) : (
          <span key={category} className={place}>
            {category}
          </span>
        );
      })}
      {more.length > 0 ? (
        <span title={more.join(', ')} className={secondary}>
          +{more.length}
        </span>
      ) : null}
    </span>
  );
}

import { categoryName } from '@/lib/papers/categories';

type Props = {
  categories: string[];
  /** In a row of a feed: a few of them, on a narrow screen only the primary one. */
  brief?: boolean;
};

/** Categories that a row shows. */
const BRIEF = 3;

/** arXiv's categories, the primary one first, each with its name to hover. */
export function CategoryList({ categories, brief = false }: Props) {
  if (categories.length === 0) return null;
  const shown = brief ? categories.slice(0, BRIEF) : categories;
  const more = categories.slice(shown.length);
  const secondary = brief ? 'hidden sm:inline' : '';
  return (
    <span className="inline-flex flex-wrap gap-x-2">
      <span className="sr-only">Categories: </span>
      {shown.map((category, at) => (
        <abbr
          key={category}
          title={categoryName(category) ?? undefined}
          className={`cursor-help no-underline ${at > 0 ? secondary : ''}`}
        >
          {category}
        </abbr>
      ))}
      {more.length > 0 ? (
        <span title={more.join(', ')} className={secondary}>
          +{more.length}
        </span>
      ) : null}
    </span>
  );
}

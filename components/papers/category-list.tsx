import { categoryName } from '@/lib/papers/categories';

/** arXiv's categories, the primary one first, each with its name to hover. */
export function CategoryList({ categories, most = 3 }: { categories: string[]; most?: number }) {
  if (categories.length === 0) return null;
  const shown = categories.slice(0, most);
  const more = categories.slice(most);
  return (
    <span className="inline-flex flex-wrap gap-x-2">
      <span className="sr-only">Categories: </span>
      {shown.map((category) => (
        <abbr
          key={category}
          title={categoryName(category) ?? undefined}
          className="cursor-help no-underline"
        >
          {category}
        </abbr>
      ))}
      {more.length > 0 ? <span title={more.join(', ')}>+{more.length}</span> : null}
    </span>
  );
}

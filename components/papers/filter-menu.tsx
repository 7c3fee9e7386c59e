import { Disclosure } from '@/components/ui/disclosure';
import type { TypedFilter } from '@/lib/papers/filter';
import { FilterForm } from './filter-form';

/** The filter form behind a button, prefilled with the page's current conditions. */
export function FilterMenu(set: Partial<TypedFilter>) {
  const typed = { topic: '', code: false, year: '', order: 'trending', ...set };
  return (
    <Disclosure
      label="Filter"
      align="end"
      className="h-8 rounded-md border border-line bg-surface px-2.5 text-muted text-sm hover:border-line-strong hover:text-ink"
    >
      <div className="w-72 p-3">
        <FilterForm typed={typed} />
      </div>
    </Disclosure>
  );
}

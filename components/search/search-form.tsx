import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { Field, Input, Select } from '@/components/ui/field';
import { Fold } from '@/components/ui/fold';
import { CATEGORIES, categoryName } from '@/lib/papers/categories';
import { searchPath } from '@/lib/search/paths';
import type { SearchParams } from '@/lib/search/schema';
import { SORTS } from '@/lib/search/types';
import { SearchBox } from './search-box';

type Props = { params: SearchParams; problems: Partial<Record<keyof SearchParams, string>> };

const SORT_WORDS = {
  relevance: 'Relevance',
  trending: 'Trending',
  date: 'Newest first',
  upvotes: 'Most upvotes',
};

/** A plain GET form: every search has a URL and works without scripts. */
export function SearchForm({ params, problems }: Props) {
  const { topic, year, author, organization, code, daily, upvotes } = params;
  const set = [topic, year, author, organization, code, daily, upvotes].filter(Boolean).length;
  return (
    <search aria-label="Papers">
      <form action="/search" className="space-y-3">
        <div className="flex gap-2">
          <div className="min-w-0 grow">
            <SearchBox id="q" label="Search for" value={params.q} main />
          </div>
          <Button type="submit" variant="primary">
            Search
          </Button>
        </div>
        <Fold
          boxed
          open={set > 0 || params.sort !== ''}
          label={`Filters and order${set > 0 ? ` (${set} set)` : ''}`}
        >
          <div className="grid grid-cols-2 gap-x-4 gap-y-3 px-4 pt-1 pb-3 sm:grid-cols-3">
            <Field id="topic" label="Topic" error={problems.topic}>
              {(control) => (
                <Input
                  name="topic"
                  defaultValue={topic}
                  placeholder="cs.LG"
                  list="topics"
                  {...control}
                />
              )}
            </Field>
            <datalist id="topics">
              {CATEGORIES.map((category) => (
                <option
                  key={category}
                  value={category}
                  label={categoryName(category) ?? category}
                />
              ))}
            </datalist>
            <Field id="year" label="Year or range" error={problems.year}>
              {(control) => (
                <Input name="year" defaultValue={year} placeholder="2015-2018" {...control} />
              )}
            </Field>
            <Field id="author" label="Author">
              {(control) => <Input name="author" defaultValue={author} {...control} />}
            </Field>
            <Field id="organization" label="Organization">
              {(control) => <Input name="organization" defaultValue={organization} {...control} />}
            </Field>
            <Field id="upvotes" label="Minimum upvotes" error={problems.upvotes}>
              {(control) => (
                <Input name="upvotes" defaultValue={upvotes} inputMode="numeric" {...control} />
              )}
            </Field>
            <Field id="sort" label="Order">
              {(control) => (
                <Select name="sort" defaultValue={params.sort} {...control}>
                  {SORTS.map((sort) => (
                    <option key={sort} value={sort === 'relevance' ? '' : sort}>
                      {SORT_WORDS[sort]}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <div className="flex flex-wrap items-center gap-x-5 gap-y-2 text-sm col-span-2 sm:col-span-3">
              <Choice
                type="checkbox"
                name="code"
                value="1"
                defaultChecked={code !== ''}
                label="Has code"
              />
              <Choice
                type="checkbox"
                name="daily"
                value="1"
                defaultChecked={daily !== ''}
                label="On a daily list"
              />
              {set > 0 ? (
                <Link
                  href={searchPath({ q: params.q })}
                  prefetch={false}
                  rel="nofollow"
                  className="text-link"
                >
                  Clear filters
                </Link>
              ) : null}
            </div>
          </div>
        </Fold>
      </form>
    </search>
  );
}

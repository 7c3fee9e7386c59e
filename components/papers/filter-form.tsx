import { Button } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { Field, Input, Select } from '@/components/ui/field';
import { categoryName } from '@/lib/papers/categories';
import type { FilterProblems, TypedFilter } from '@/lib/papers/filter';
import { FILTER } from '@/lib/papers/paths';

type Props = {
  typed: TypedFilter;
  problems?: FilterProblems;
  /** Id of the page's datalist of topics, if it has one. */
  topics?: string;
  /** Lays the fields out side by side on a wide screen. */
  wide?: boolean;
};

/** Filter conditions as a plain form; works without scripts. */
export function FilterForm({ typed, problems = {}, topics, wide = false }: Props) {
  return (
    <form
      action={FILTER}
      className={wide ? 'grid items-start gap-x-4 gap-y-3 sm:grid-cols-4' : 'space-y-3'}
    >
      <div className={wide ? 'sm:col-span-2' : ''}>
        <Field id="filter-topic" label="Topic" error={problems.topic?.message}>
          {(control) => (
            <Input
              {...control}
              name="topic"
              defaultValue={typed.topic}
              placeholder="cs.CV or robotics"
              maxLength={100}
              list={topics}
              autoComplete="off"
              spellCheck={false}
            />
          )}
        </Field>
        <Suggestions topics={problems.topic?.suggestions ?? []} typed={typed} />
      </div>
      <Field id="filter-year" label="Published in" error={problems.year}>
        {(control) => (
          <Input
            {...control}
            name="year"
            defaultValue={typed.year}
            placeholder="Any year"
            inputMode="numeric"
            maxLength={10}
            autoComplete="off"
          />
        )}
      </Field>
      <Field id="filter-order" label="Order" error={problems.order}>
        {(control) => (
          <Select
            {...control}
            name="order"
            defaultValue={typed.order === 'new' ? 'new' : 'trending'}
          >
            <option value="trending">Trending</option>
            <option value="new">New</option>
          </Select>
        )}
      </Field>
      <Choice type="checkbox" name="code" value="1" defaultChecked={typed.code} label="Has code" />
      <Button
        type="submit"
        variant="primary"
        className={wide ? 'sm:col-start-4' : 'w-full'}
        size="md"
      >
        Show papers
      </Button>
    </form>
  );
}

/** Suggests topics for what was typed, keeping the other conditions. */
function Suggestions({ topics, typed }: { topics: string[]; typed: TypedFilter }) {
  if (topics.length === 0) return null;
  const { code, year, order } = typed;
  return (
    <ul className="mt-1 text-sm">
      {topics.map((topic) => {
        const query = new URLSearchParams({ topic, code: code ? '1' : '', year, order });
        return (
          <li key={topic}>
            <a href={`${FILTER}?${query}`} className="text-link">
              {categoryName(topic)}
            </a>{' '}
            <span className="text-muted">{topic}</span>
          </li>
        );
      })}
    </ul>
  );
}

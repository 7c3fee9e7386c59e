import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/field';
import { Fold } from '@/components/ui/fold';
import { formPath } from '@/lib/registry/form-path';
import { NAME_LENGTH } from '@/lib/searches/schema';

type Props = {
  /** The search as a query string. */
  query: string;
  name: string;
  open?: boolean;
};

/** Saves a search under a name; a plain form. */
export function SaveSearchForm({ query, name, open = false }: Props) {
  return (
    <Fold open={open} label="Save this search">
      <form
        method="post"
        action={formPath('searches/saveSearch')}
        className="mt-1 flex max-w-md flex-wrap gap-2"
      >
        <input type="hidden" name="query" value={query} />
        <Input
          name="name"
          aria-label="Name of the saved search"
          required
          maxLength={NAME_LENGTH}
          defaultValue={name}
          autoComplete="off"
          className="min-w-0 grow basis-40"
        />
        <Button type="submit">Save</Button>
      </form>
    </Fold>
  );
}

import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { formatCount } from '@/lib/papers/dates';

type Props = { slug: string; name: string; all: number; fitting: number; shown: number };

/** Filters a long author list by a part of the name. */
export function AuthorFilter({ slug, name, all, fitting, shown }: Props) {
  const count = name
    ? `${formatCount(fitting)} of ${formatCount(all)} authors have “${name}” in their names.`
    : `${formatCount(all)} authors.`;
  return (
    <form action="/following/paper">
      <input type="hidden" name="slug" value={slug} />
      <Field
        id="name"
        label="Which author?"
        hint={shown < fitting ? `${count} The first ${formatCount(shown)} are shown.` : count}
      >
        {(control) => (
          <span className="flex gap-2">
            <Input {...control} name="name" maxLength={100} defaultValue={name} type="search" />
            <Button type="submit">Show</Button>
          </span>
        )}
      </Field>
    </form>
  );
}

import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field, Input } from '@/components/ui/field';

type Props = { slug: string; into?: string; error?: string };

/** Asks for the paper to merge this duplicate into; the next page previews the merge. */
export function MergeCard({ slug, into, error }: Props) {
  return (
    <Card aria-labelledby="merge" className="mt-5">
      <h2 id="merge" className="font-semibold">
        Merge it into another paper
      </h2>
      <p className="mt-1 max-w-prose text-muted text-sm">
        For a paper that is here twice: votes and comments move, and this address leads to the other
        one. You see what would happen before it does.
      </p>
      <form action="/moderation/merge" className="mt-3 max-w-prose space-y-3">
        <input type="hidden" name="from" value={slug} />
        <Field
          id="into"
          label="The other paper"
          hint="Its arXiv identifier, or its address here"
          error={error}
        >
          {(control) => (
            <Input {...control} name="into" required maxLength={200} defaultValue={into} />
          )}
        </Field>
        <Button type="submit" size="sm">
          Look at both
        </Button>
      </form>
    </Card>
  );
}

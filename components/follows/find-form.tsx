import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { LONGEST_TARGET } from '@/lib/follows/schema';

type Props = { text: string; error?: string };

/** Asks for the name of something to follow; the next page shows what matches. */
export function FindForm({ text, error }: Props) {
  return (
    <form action="/following/manage" className="max-w-lg">
      <Field
        id="text"
        label="Find something to follow"
        hint="A category like cs.CV, an author’s full name, an organization, or a reader’s @handle."
        error={error}
      >
        {(control) => (
          <span className="flex gap-2">
            <Input
              {...control}
              name="text"
              required
              maxLength={LONGEST_TARGET}
              defaultValue={text}
              autoComplete="off"
              spellCheck={false}
            />
            <Button type="submit">Find</Button>
          </span>
        )}
      </Field>
    </form>
  );
}

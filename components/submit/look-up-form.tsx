import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { LOOK_UP_LIMIT } from '@/lib/submissions/schema';

/** The first step: which paper is it? What was pasted stays beside what is wrong with it. */
export function LookUpForm({ text, error }: { text: string; error?: string }) {
  return (
    <form method="post" action="/api/submissions/look-up" className="space-y-4">
      <Field
        id="text"
        label="arXiv identifier or address"
        hint="For example 2201.04388, arXiv:2201.04388v2, hep-th/9901001 or the address of an abstract or a PDF."
        error={error}
      >
        {(control) => (
          <Input
            {...control}
            name="text"
            required
            maxLength={LOOK_UP_LIMIT}
            defaultValue={text}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" className="w-full">
        Look it up
      </Button>
    </form>
  );
}

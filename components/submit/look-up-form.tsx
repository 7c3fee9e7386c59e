import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { formPath } from '@/lib/registry/form-path';
import { LOOK_UP_LIMIT } from '@/lib/submissions/schema';

/** The first step: which paper is it? What was pasted stays beside what is wrong with it. */
export function LookUpForm({ text, error }: { text: string; error?: string }) {
  return (
    <form method="post" action={formPath('submissions/openDraft')} className="space-y-4">
      <Field
        id="text"
        label="Identifier or address"
        hint="arXiv, a DOI, OpenReview, the ACL Anthology, bioRxiv and medRxiv are asked what the paper is. Any other address will do, too: then you type it in."
        error={error}
      >
        {(control) => (
          <Input
            {...control}
            name="text"
            required
            maxLength={LOOK_UP_LIMIT}
            defaultValue={text}
            placeholder="2201.04388, 10.1145/…, https://…"
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

import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { formPath } from '@/lib/registry/form-path';
import { LOOK_UP_LIMIT } from '@/lib/submissions/schema';

/** First step of a submission: identify the paper. An error keeps what was pasted. */
export function LookUpForm({ text, error }: { text: string; error?: string }) {
  return (
    <form method="post" action={formPath('submissions/openDraft')} className="space-y-4">
      <Field
        id="text"
        label="Identifier or address"
        hint="An arXiv identifier, a DOI, or an address on OpenReview, the ACL Anthology, bioRxiv or medRxiv. For any other address you enter the details yourself."
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
        Look up
      </Button>
    </form>
  );
}

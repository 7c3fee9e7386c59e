import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';

type Props = {
  /** What has to be typed. */
  confirmation: string;
  comments: 'keep' | 'erase';
  error?: string;
};

const CHOICES = [
  {
    value: 'keep',
    label: 'Keep the text of my comments',
    hint: 'They stay where they are, by “a former reader”. Nothing tells that they were yours, unless the text does.',
  },
  {
    value: 'erase',
    label: 'Delete the text of my comments',
    hint: 'With their earlier versions. Where others answered, an empty place stays.',
  },
] as const;

/** Asks what becomes of comments, and for a word that nobody types by accident. */
export function DeleteForm({ confirmation, comments, error }: Props) {
  return (
    <form method="post" action="/api/settings/delete" className="space-y-5">
      <fieldset className="space-y-2">
        <legend className="mb-1.5 font-medium text-sm">Your comments</legend>
        {CHOICES.map(({ value, label, hint }) => (
          <div key={value} className="flex gap-3">
            <input
              type="radio"
              id={`comments-${value}`}
              name="comments"
              value={value}
              defaultChecked={comments === value}
              aria-describedby={`comments-${value}-hint`}
              className="mt-1 size-4 shrink-0 accent-accent"
            />
            <div>
              <label htmlFor={`comments-${value}`}>{label}</label>
              <p id={`comments-${value}-hint`} className="text-muted text-sm">
                {hint}
              </p>
            </div>
          </div>
        ))}
      </fieldset>
      <Field
        id="confirm"
        label={`Type “${confirmation}” to confirm`}
        error={error}
        hint="This cannot be taken back."
      >
        {(control) => (
          <Input
            {...control}
            name="confirm"
            required
            maxLength={60}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
      </Field>
      <Button type="submit" variant="danger">
        Delete my account for good
      </Button>
    </form>
  );
}

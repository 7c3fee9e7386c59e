import { Button } from '@/components/ui/button';
import { Choice, Choices } from '@/components/ui/choice';
import { Field, Input } from '@/components/ui/field';
import { formPath } from '@/lib/registry/form-path';

type Props = {
  /** The word to type as confirmation. */
  confirmation: string;
  comments: 'keep' | 'erase';
  error?: string;
};

const CHOICES = [
  {
    value: 'keep',
    label: 'Keep the text of my comments',
    hint: 'They stay, by “a former reader”. Nothing shows that they were yours, unless the text does.',
  },
  {
    value: 'erase',
    label: 'Delete the text of my comments',
    hint: 'With their earlier versions. A placeholder stays where others replied.',
  },
] as const;

/** Deletes the account: asks what happens to comments, and for a confirmation word. */
export function DeleteForm({ confirmation, comments, error }: Props) {
  return (
    <form method="post" action={formPath('account/deleteAccount')} className="space-y-5">
      <Choices legend="Your comments">
        {CHOICES.map((choice) => (
          <Choice
            key={choice.value}
            type="radio"
            name="comments"
            defaultChecked={comments === choice.value}
            {...choice}
          />
        ))}
      </Choices>
      <Field
        id="confirm"
        label={`Type “${confirmation}” to confirm`}
        error={error}
        hint="This can’t be undone."
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

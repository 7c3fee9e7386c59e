import { Button } from '@/components/ui/button';
import { Choice, Choices } from '@/components/ui/choice';
import { Field, Textarea } from '@/components/ui/field';
import { formPath } from '@/lib/registry/form-path';
import { REASON_NAMES, REPORT_REASONS } from '@/lib/reports/reasons';
import { MOST_WORDS } from '@/lib/reports/schema';
import type { Reportable } from '@/lib/reports/types';

type Props = {
  about: Reportable;
  /** The previous choice and text, if the form was refused. */
  reason: string;
  words: string;
  /** Whether it replaces an earlier report. */
  again: boolean;
};

/** A plain form that asks for a reason; works without scripts. */
export function ReportForm({ about, reason, words, again }: Props) {
  return (
    <form method="post" action={formPath('reports/report')} className="space-y-5">
      {about.kind === 'comment' ? (
        <input type="hidden" name="comment" value={about.id} />
      ) : about.kind === 'collection' ? (
        <input type="hidden" name="collection" value={about.key} />
      ) : (
        <input type="hidden" name="paper" value={about.slug} />
      )}
      <Choices legend="What is wrong with it?">
        {REASON_NAMES.map((name) => (
          <Choice
            key={name}
            type="radio"
            name="reason"
            value={name}
            required
            defaultChecked={name === reason}
            label={REPORT_REASONS[name]}
          />
        ))}
      </Choices>
      <Field
        id="words"
        label="In your words"
        hint={`For the moderators only, at most ${MOST_WORDS} characters. It may stay empty unless it is something else.`}
      >
        {(control) => (
          <Textarea
            {...control}
            name="words"
            rows={4}
            maxLength={MOST_WORDS}
            defaultValue={words}
          />
        )}
      </Field>
      <Button type="submit" variant="primary">
        {again ? 'Change my report' : 'Report'}
      </Button>
    </form>
  );
}

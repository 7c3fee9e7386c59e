import { LogEntry } from '@/components/moderation/log-entry';
import { Button } from '@/components/ui/button';
import { Field, Textarea } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { APPEAL_LIMITS } from '@/lib/appeals/schema';
import type { OwnAct } from '@/lib/appeals/types';
import { entryOf } from '@/lib/base/entry-of';
import { formPath } from '@/lib/registry/form-path';

type Props = {
  act: OwnAct;
  timeZone: string;
  /** The outcome of the form that redirected here. */
  said: { words: string; error: string; done: string } | null;
};

const PROBLEMS: Record<string, string> = {
  invalid: `Write ${APPEAL_LIMITS.min} to ${APPEAL_LIMITS.max} characters of plain text.`,
  conflict: 'You have already appealed.',
};

/**
 * A moderation act that affects the viewer, with their appeal and its reply, or the appeal form.
 */
export function OwnActItem({ act: { entry, appealable, words, reply }, timeZone, said }: Props) {
  return (
    <>
      <LogEntry entry={entry} timeZone={timeZone} />
      <li className="list-none border-t-0 pb-4 text-sm">
        {said?.done && words ? (
          <Notice kind="success" role="status" title="The moderators have received your appeal." />
        ) : null}
        {words ? <Said title="Your appeal" words={words} /> : null}
        {reply ? <Said title="A moderator replied" words={reply} /> : null}
        {words && !reply ? <p className="mt-2 text-muted">No reply yet.</p> : null}
        {appealable && !words ? (
          <form method="post" action={formPath('appeals/appealAct')} className="space-y-3">
            <input type="hidden" name="entry" value={entry.id} />
            <Field
              id={`appeal-${entry.id}`}
              label="Your appeal"
              hint="Once, for the moderators alone."
              error={
                said?.error
                  ? (entryOf(PROBLEMS, said.error) ?? 'This did not work. Try again.')
                  : ''
              }
            >
              {(control) => (
                <Textarea
                  {...control}
                  name="words"
                  required
                  minLength={APPEAL_LIMITS.min}
                  maxLength={APPEAL_LIMITS.max}
                  defaultValue={said?.words}
                />
              )}
            </Field>
            <Button type="submit" size="sm" variant="primary">
              Send appeal
            </Button>
          </form>
        ) : null}
      </li>
    </>
  );
}

function Said({ title, words }: { title: string; words: string }) {
  return (
    <div className="mt-2">
      <h2 className="font-medium">{title}</h2>
      <p dir="auto" className="max-w-prose whitespace-pre-wrap break-words">
        {words}
      </p>
    </div>
  );
}

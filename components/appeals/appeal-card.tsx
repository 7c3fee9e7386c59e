import { ActForm } from '@/components/moderation/act-form';
import { whatWasDone } from '@/components/moderation/log-entry';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Moment } from '@/components/ui/moment';
import { APPEALS_PATH } from '@/lib/appeals/paths';
import type { OpenAppeal } from '@/lib/appeals/types';
import { moderateCommentPath, moderateReaderPath } from '@/lib/moderation/paths';
import { formPath } from '@/lib/registry/form-path';

type Props = { appeal: OpenAppeal; timeZone: string; reason?: string };

/** A user's appeal with the moderation act it concerns, and forms to reply or to undo the act. */
export function AppealCard({ appeal, timeZone, reason }: Props) {
  const { entry, undoable, handle, words, at } = appeal;
  const id = `${entry.id}-${handle}`;
  const { comment } = entry.details;
  return (
    <Card aria-labelledby={`appeal-${id}`}>
      <h2 id={`appeal-${id}`} className="font-semibold">
        @{handle} on entry {entry.id}
      </h2>
      <p className="mt-1 text-sm">{whatWasDone(entry, timeZone)}</p>
      <p className="max-w-prose break-words text-muted text-sm">Reason: {entry.reason}</p>
      <p className="mt-1 flex flex-wrap gap-x-3 text-sm">
        <a href={moderateReaderPath(handle)} className="text-link">
          @{handle}
        </a>
        {typeof comment === 'number' ? (
          <a href={moderateCommentPath(comment)} className="text-link">
            Comment {comment}
          </a>
        ) : null}
      </p>
      <blockquote
        dir="auto"
        className="mt-3 max-w-prose whitespace-pre-wrap break-words border-line-strong border-l-2 pl-3 text-sm"
      >
        {words}
      </blockquote>
      <p className="mt-1 text-muted text-sm">
        <Moment at={at} timeZone={timeZone} precise />
      </p>
      <ActForm
        id={`reply-${id}`}
        action={formPath('appeals/replyToAppeal')}
        from={`${APPEALS_PATH}?at=${id}`}
        fields={{ entry: entry.id, handle }}
        label="Your reply"
        reason={reason}
        hint="Where the act is taken back, it also appears in the public log, as the reason."
        buttons={
          <>
            <Button type="submit" size="sm" variant="primary">
              Reply
            </Button>
            {undoable ? (
              <Button type="submit" size="sm" name="undo" value="1">
                Reply and take it back
              </Button>
            ) : null}
          </>
        }
      />
    </Card>
  );
}

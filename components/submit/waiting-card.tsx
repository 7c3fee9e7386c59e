import { ActForm } from '@/components/moderation/act-form';
import { MathText } from '@/components/papers/math-text';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Moment } from '@/components/ui/moment';
import { moderateReaderPath } from '@/lib/moderation/paths';
import { formatDate } from '@/lib/papers/dates';
import { paperPath } from '@/lib/papers/paths';
import { picturePath } from '@/lib/pictures/paths';
import { formPath } from '@/lib/registry/form-path';
import { identifierWords } from '@/lib/submissions/messages';
import { WAITING_PATH } from '@/lib/submissions/paths';
import type { Waiting } from '@/lib/submissions/types';
import { DuplicateList } from './duplicate-list';
import { FoundPaper } from './found-paper';

/** A held submission as it would be published, with the moderators' actions. */
export function WaitingCard({
  waiting,
  timeZone,
  reason,
}: {
  waiting: Waiting;
  timeZone?: string;
  reason?: string;
}) {
  const { id, source, externalId, details, paper, picture, duplicates, submitter, createdAt } =
    waiting;
  const { typed } = details;
  return (
    <Card id={`submission-${id}`} aria-labelledby={`submission-${id}-title`}>
      <h2
        id={`submission-${id}-title`}
        className="mb-2 font-semibold font-title text-lg leading-snug"
      >
        <MathText text={paper?.title ?? typed.title ?? identifierWords(source, externalId)} />
      </h2>
      <p className="mb-3 text-muted text-sm">
        {'Submitted by '}
        <a href={moderateReaderPath(submitter.handle)} className="text-link">
          @{submitter.handle}
        </a>
        {`, a member since ${formatDate(submitter.since, timeZone)}: `}
        <Moment at={createdAt} timeZone={timeZone} precise />
      </p>
      {paper ? (
        <>
          <FoundPaper paper={paper} source={source} />
          <dl className="mt-2 grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[8rem_1fr]">
            <Fact name="New title" text={typed.title} />
            <Fact name="New abstract" text={typed.abstract} />
          </dl>
          <p className="mt-2 text-sm">
            <a href={paperPath(paper.slug)} className="text-link">
              Its page, which is on no feed yet
            </a>
          </p>
        </>
      ) : (
        <dl className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[8rem_1fr]">
          <Fact name="Identifier" text={identifierWords(source, externalId)} />
          <Fact name="Authors" text={(typed.authors ?? '').split('\n').join(', ')} />
          <Fact name="Published on" text={typed.date} />
          <Fact name="Topics" text={[typed.topic, typed.second].filter(Boolean).join(', ')} />
          <Fact name="Abstract" text={typed.abstract} />
        </dl>
      )}
      <dl className="mt-1 grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[8rem_1fr]">
        <Fact name="Code" text={typed.code} />
        <Fact name="Project" text={typed.project} />
        <Fact name="Organization" text={typed.organization} />
        <Fact name="Comment" text={typed.comment} />
      </dl>
      {picture ? (
        // biome-ignore lint/performance/noImgElement: already resized when stored
        <img
          src={picturePath(picture.hash, 'small')}
          alt="Brought by the submitter"
          width={picture.width}
          height={picture.height}
          className="mt-3 h-auto max-h-48 w-auto rounded border border-line"
        />
      ) : null}
      {duplicates.length > 0 ? (
        <div className="mt-3">
          <DuplicateList duplicates={duplicates} alert={false} />
        </div>
      ) : null}
      <ActForm
        id={`submission-${id}`}
        action={formPath('reviews/refuseSubmission')}
        from={`${WAITING_PATH}?at=${id}`}
        fields={{ id }}
        reason={reason}
        hint="It appears in the public log and is sent to the submitter. Optional when you approve."
        buttons={
          <>
            <Button
              type="submit"
              size="sm"
              variant="primary"
              formAction={formPath('reviews/approveSubmission')}
              formNoValidate
            >
              Approve
            </Button>
            <Button type="submit" size="sm" variant="danger">
              Refuse
            </Button>
          </>
        }
      />
    </Card>
  );
}

/** One line of submitted text; renders nothing if empty. Addresses are not linked either. */
function Fact({ name, text }: { name: string; text: string | undefined }) {
  if (!text?.trim()) return null;
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
        {text}
      </dd>
    </>
  );
}

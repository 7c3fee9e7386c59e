import { ActForm } from '@/components/moderation/act-form';
import { CollectionSubject } from '@/components/moderation/collection-subject';
import { CommentSubject } from '@/components/moderation/comment-subject';
import { TermChoice } from '@/components/moderation/term-choice';
import { MathText } from '@/components/papers/math-text';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Moment } from '@/components/ui/moment';
import { Sure } from '@/components/ui/sure';
import { moderatePaperPath, moderateReaderPath } from '@/lib/moderation/paths';
import { formatDate } from '@/lib/papers/dates';
import { formPath } from '@/lib/registry/form-path';
import { REPORTS_PATH } from '@/lib/reports/paths';
import { REPORT_REASONS } from '@/lib/reports/reasons';
import type { ReportCase } from '@/lib/reports/types';

type Props = { found: ReportCase; timeZone?: string; reason?: string };

/** A reported item with its context and the moderation actions. */
export function CaseCard({ found, timeZone, reason }: Props) {
  const { subject, paper, collection, comment, reader, reports } = found;
  const id = subject.replace(':', '-');
  const times = reports.length === 1 ? 'once' : `${reports.length} times`;
  return (
    <Card id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className="mb-2 font-semibold">
        {comment ? `Comment ${comment.id}` : paper ? `Paper ${paper.slug}` : 'A collection'},
        reported {times}
      </h2>
      {collection ? (
        <CollectionSubject collection={collection} />
      ) : comment && paper ? (
        <CommentSubject
          comment={{ ...comment, ...paper, handle: reader?.handle ?? null }}
          timeZone={timeZone}
        />
      ) : paper ? (
        <p className="text-sm">
          <a href={moderatePaperPath(paper.slug)} className="text-link">
            <MathText text={paper.title} />
          </a>
          {paper.removed ? ' (removed)' : null}
        </p>
      ) : null}
      {reader ? (
        <p className="mt-2 text-muted text-sm">
          {collection ? 'Created by ' : comment ? 'Written by ' : 'Submitted by '}
          <a href={moderateReaderPath(reader.handle)} className="text-link">
            @{reader.handle}
          </a>
          {`, here since ${formatDate(reader.since.toISOString(), timeZone)}`}
          {reader.banned ? ', banned' : null}
        </p>
      ) : null}
      <ul className="mt-3 space-y-2 text-sm">
        {reports.map(({ by, reason: why, words, at }) => (
          <li key={`${by}-${at.toISOString()}`}>
            <strong className="font-medium">{REPORT_REASONS[why]}</strong>
            <span className="text-muted">
              {` by ${by ? `@${by}` : 'a former user'}, `}
              <Moment at={at.toISOString()} timeZone={timeZone} precise />
            </span>
            {words ? (
              <p dir="auto" className="max-w-prose whitespace-pre-wrap break-words">
                {words}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      <ActForm
        id={id}
        action={formPath('reports/resolveReports')}
        from={`${REPORTS_PATH}?at=${id}`}
        fields={{ subject }}
        reason={reason}
        hint="It appears in the public log and closes all reports of this."
        buttons={<Acts found={found} />}
      >
        {reader && !reader.banned ? (
          <TermChoice
            id={id}
            label="Length of a limit or ban"
            endless="Until it is lifted (bans only)"
          />
        ) : null}
      </ActForm>
    </Card>
  );
}

/** Offers only actions that would change something. */
function Acts({ found: { comment, paper, collection, reader } }: { found: ReportCase }) {
  const act = (name: string, words: string, danger = true) => (
    <Button type="submit" size="sm" name="act" value={name} variant={danger ? 'danger' : undefined}>
      {words}
    </Button>
  );
  return (
    <>
      {act('nothing', 'Dismiss reports', false)}
      {comment && !comment.hidden && !comment.deleted ? act('hide_comment', 'Hide comment') : null}
      {collection && !collection.hidden ? act('hide_collection', 'Hide collection') : null}
      {paper && !paper.locked && !paper.removed ? act('lock_discussion', 'Lock discussion') : null}
      {paper && !paper.removed ? act('remove_paper', 'Remove paper') : null}
      {reader && !reader.banned ? (
        <>
          {act('warn_reader', `Warn @${reader.handle}`, false)}
          {act('limit_reader', `Limit @${reader.handle}`)}
          <Sure
            label={`Ban @${reader.handle}…`}
            words={`Ban @${reader.handle}? All sessions end at once.`}
          >
            {act('ban_reader', 'Ban')}
          </Sure>
        </>
      ) : null}
    </>
  );
}

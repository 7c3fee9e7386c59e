import { Button } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { Notice } from '@/components/ui/notice';
import { formPath } from '@/lib/registry/form-path';
import { hasExtras } from '@/lib/submissions/extras';
import {
  identifierWords,
  inWords,
  sourceName,
  submissionProblem,
} from '@/lib/submissions/messages';
import { EXTRA_FIELDS } from '@/lib/submissions/schema';
import type { Draft } from '@/lib/submissions/types';
import { DropForm } from './drop-form';
import { DuplicateList } from './duplicate-list';
import { EditFields } from './edit-fields';
import { ExtraFields } from './extra-fields';
import { FoundPaper } from './found-paper';
import { TypedFields } from './typed-fields';

type Props = {
  draft: Draft;
  /** Error code of a refused submission. */
  error: string;
  /** Seconds until a retry is allowed. */
  wait: number;
  pictureProblem: string;
};

/** Second step of a submission: the paper's metadata to correct, complete and submit. */
export function DraftForm({ draft, error, wait, pictureProblem }: Props) {
  const { id, source, details, paper, picture, duplicates } = draft;
  // A new draft does not list its missing fields yet.
  const problems = error === 'invalid' ? draft.problems : {};
  const arxiv = source === 'arxiv';
  const extrasOpen =
    hasExtras(details.typed) ||
    picture !== null ||
    pictureProblem !== '' ||
    EXTRA_FIELDS.some((name) => problems[name]);
  return (
    <div className="max-w-2xl space-y-4">
      {error ? (
        <Notice kind="danger" role="alert" title={submissionProblem(error)}>
          {error === 'rate_limited' && wait > 0 ? `It can be sent ${inWords(wait)}.` : null}
        </Notice>
      ) : null}
      {paper ? <FoundPaper paper={paper} source={source} /> : <SourceNotice draft={draft} />}
      <DuplicateList duplicates={duplicates} alert={error === 'already_here'} />
      <form
        method="post"
        action={formPath('submissions/sendDraft')}
        encType="multipart/form-data"
        aria-label="Submission"
        className="space-y-4"
      >
        <input type="hidden" name="id" value={id} />
        {paper ? (
          <EditFields paper={paper} typed={details.typed} problems={problems} />
        ) : arxiv ? null : (
          <TypedFields typed={details.typed} problems={problems} />
        )}
        <ExtraFields
          typed={details.typed}
          problems={problems}
          picture={picture}
          pictureProblem={pictureProblem}
          open={extrasOpen}
        />
        {duplicates.length > 0 ? (
          <Choice
            type="checkbox"
            name="anyway"
            value="1"
            defaultChecked={details.anyway}
            label="This is a different paper from the ones listed above"
          />
        ) : null}
        <p className="text-muted text-sm">
          Your upvote is cast with it. It is counted and shown, but weighs nothing in the ranking,
          and you can take it back.
        </p>
        <div className="flex flex-wrap items-center gap-2">
          <Button type="submit" variant="primary">
            Submit this paper
          </Button>
          {!paper && !arxiv && details.lookup === 'unavailable' ? (
            <Button type="submit" name="later" value="1" formNoValidate>
              Save until {sourceName(source)} responds
            </Button>
          ) : null}
        </div>
      </form>
      <DropForm id={id} label="Discard draft" />
    </div>
  );
}

/** Metadata from the source of a paper that is not here yet. */
function SourceNotice({ draft: { source, externalId, details } }: { draft: Draft }) {
  const named = (
    <span className="[overflow-wrap:anywhere]">{identifierWords(source, externalId)}</span>
  );
  if (source === 'arxiv') {
    return (
      <Notice kind="caution" title="arXiv isn’t responding right now.">
        You can still submit {named}. We’ll save it and publish it as soon as arXiv responds.
      </Notice>
    );
  }
  if (source === 'web') {
    return (
      <Notice>
        We can’t look up {named}, so please enter the paper’s details. The paper will link to this
        address.
      </Notice>
    );
  }
  if (details.lookup === 'found') {
    return (
      <Notice>
        These details of {named} come from {sourceName(source)}. Correct anything that is wrong.
      </Notice>
    );
  }
  return (
    <Notice
      kind="caution"
      title={
        details.lookup === 'unavailable'
          ? `${capital(sourceName(source))} isn’t responding right now.`
          : `${capital(sourceName(source))} doesn’t know this identifier.`
      }
    >
      {details.lookup === 'unavailable'
        ? 'Enter what you know, or save it until we get a response. '
        : 'Check the identifier. If it is right, enter the paper’s details. '}
      Identifier: {named}.
    </Notice>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

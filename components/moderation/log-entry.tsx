import Link from 'next/link';
import type { ReactNode } from 'react';
import { MathText } from '@/components/papers/math-text';
import { ReaderLink } from '@/components/people/reader-link';
import { Moment } from '@/components/ui/moment';
import { commentPath } from '@/lib/comments/paths';
import type { LogEntry as Entry } from '@/lib/moderation/types';
import { formatMoment } from '@/lib/papers/dates';
import { paperPath } from '@/lib/papers/paths';

/**
 * One entry of the public log. Reasons and titles are untrusted, so everything is rendered as text.
 */
export function LogEntry({ entry, timeZone }: { entry: Entry; timeZone: string }) {
  return (
    <li id={`entry-${entry.id}`} className="py-3 target:bg-accent-soft">
      <p className="text-pretty">{whatWasDone(entry, timeZone)}</p>
      <p className="mt-0.5 max-w-prose break-words text-muted text-sm">Reason: {entry.reason}</p>
      <p className="mt-0.5 text-muted text-sm">
        <Moment at={entry.at} timeZone={timeZone} precise />
        {' by '}
        {entry.by.startsWith('@') ? <ReaderLink handle={entry.by.slice(1)} /> : entry.by}
        {`, entry ${entry.id}`}
      </p>
    </li>
  );
}

/** Renders the public description of an entry. */
export function whatWasDone(entry: Entry, timeZone: string): ReactNode {
  const { action, details } = entry;
  const nobody = entry.named ? 'a former user' : 'a user';
  const reader = <strong>{entry.reader ? <ReaderLink handle={entry.reader} /> : nobody}</strong>;
  const until = typeof details.until === 'string' ? details.until : null;
  const paper = <Paper paper={entry.paper} />;
  switch (action) {
    case 'exclude_votes':
      return (
        <>
          Excluded {votes(details.votes)} on {paper}
        </>
      );
    case 'restore_votes':
      return (
        <>
          Counted {votes(details.votes)} again on {paper}
        </>
      );
    case 'ban_reader':
      return (
        <>
          Banned {reader}
          <Until at={until} timeZone={timeZone} />
          {hiddenComments(details)}
        </>
      );
    case 'end_ban':
      return <>The ban of {reader} ended</>;
    case 'warn_reader':
      return <>Warned {reader}</>;
    case 'limit_reader':
      return (
        <>
          Limited {reader} to the quota of a new account
          <Until at={until} timeZone={timeZone} />
        </>
      );
    case 'unlimit_reader':
      return <>Lifted the limit of {reader}</>;
    case 'unban_reader':
      return <>Lifted the ban of {reader}</>;
    case 'merge_papers':
      return (
        <>
          Merged {String(details.from)} into {paper}
        </>
      );
    case 'remove_paper':
      return <>Removed {paper}</>;
    case 'restore_paper':
      return <>Restored {paper}</>;
    case 'hide_comment':
      return <>Hid a comment on {paper}</>;
    case 'restore_comment':
      return (
        <>
          Restored <CommentLink id={details.comment} /> on {paper}
        </>
      );
    case 'hide_collection':
      return <>Hid a collection</>;
    case 'restore_collection':
      return <>Restored a collection</>;
    case 'lock_discussion':
      return <>Locked the discussion of {paper}</>;
    case 'unlock_discussion':
      return <>Unlocked the discussion of {paper}</>;
    case 'remove_picture':
      return <>Removed the picture of {paper}</>;
    case 'restore_picture':
      return <>Allowed pictures of {paper} again</>;
    case 'remove_avatar':
      return <>Removed the picture of {reader}</>;
    case 'dismiss_reports':
      return (
        <>
          Dismissed reports about{' '}
          {details.collection ? (
            'a reported collection'
          ) : (
            <>
              {details.comment ? 'a reported comment on' : ''} {paper}
            </>
          )}
        </>
      );
    case 'delete_reader':
      return <>Deleted an account with its votes</>;
    case 'grant_role':
      return (
        <>
          Made {reader} {String(details.role)}
        </>
      );
    case 'revoke_role':
      return (
        <>
          Made {reader} a member, no longer {String(details.role)}
        </>
      );
    case 'verify_claim':
      return (
        <>
          Confirmed {reader} as an author of {paper}
        </>
      );
    case 'release_claim':
      return (
        <>
          Removed the confirmation of author {String(details.position)} of {paper}
        </>
      );
    case 'refuse_claim':
      return (
        <>
          Refused a claim to be author {String(details.position)} of {paper}
        </>
      );
    case 'keep_claim':
      return (
        <>
          Kept {reader} as a confirmed author of {paper}
        </>
      );
    case 'grant_organization':
      return (
        <>
          Let {reader} manage the organization {String(details.organization)}
        </>
      );
    case 'refuse_organization':
      return <>Refused a request to manage the organization {String(details.organization)}</>;
    case 'revert_correction':
      return (
        <>
          Undid a correction of {paper}: {String(details.field)}
        </>
      );
    case 'change_badges':
      return (
        <>
          Changed a badge of {paper}: {rank(details.from)} to {rank(details.to)} of the{' '}
          {String(details.period)} from {String(details.start)}
        </>
      );
    case 'approve_submission':
      return <>Approved the submission of {paper}</>;
    case 'refuse_submission':
      return <>Refused a submission</>;
    default:
      return <>{action.replaceAll('_', ' ')}</>;
  }
}

const Until = ({ at, timeZone }: { at: string | null; timeZone: string }) =>
  at ? (
    <>
      {' until '}
      <time dateTime={at}>{formatMoment(at, timeZone)}</time>
    </>
  ) : null;

/** Returns `, and hid 3 comments of the last 7 days`; empty if the ban hid none. */
function hiddenComments({ hidden, of }: Entry['details']): string {
  if (!hidden) return '';
  const comments = Number(hidden) === 1 ? 'one comment' : `${hidden} comments`;
  if (of === 'all') return `, and hid ${comments}`;
  return `, and hid ${comments} of the last ${Number(of) === 1 ? 'day' : `${of} days`}`;
}

const CommentLink = ({ id }: { id: string | number | undefined }) =>
  typeof id === 'number' ? (
    <a
      href={commentPath(id)}
      rel="nofollow"
      className="underline decoration-line-strong underline-offset-4 hover:text-accent"
    >
      a comment
    </a>
  ) : (
    <>a comment</>
  );

const votes = (count: string | number | undefined): string =>
  Number(count) === 1 ? 'one vote' : `${count ?? 'some'} votes`;

const rank = (value: string | number | undefined): string =>
  typeof value === 'number' ? `no. ${value}` : 'no rank';

/** A removed paper has no page, and its title may be the reason for the removal. */
function Paper({ paper }: Pick<Entry, 'paper'>) {
  if (!paper) return <>a paper that is gone</>;
  if (paper.removed) return <>the paper {paper.slug}</>;
  return (
    <Link
      href={paperPath(paper.slug)}
      prefetch={false}
      className="font-medium underline decoration-line-strong underline-offset-4 hover:text-accent"
    >
      <MathText text={paper.title} />
    </Link>
  );
}

import { Fold } from '@/components/ui/fold';
import { PATTERNS } from '@/lib/moderation/types';

const percent = (share: number) => `${share * 100} %`;

/** How moderation works, with thresholds imported from the code. */
export function Rules() {
  const { days, network, focus, mutual, mailbox, crowd, newcomers } = PATTERNS;
  return (
    <Fold label="How moderation works here" boxed className="my-4">
      <div className="max-w-prose space-y-2 px-4 pt-1 pb-4 text-muted text-sm">
        <p>
          Every action of a moderator is in this log with its reason; the site takes none by itself.
          Excluded votes, and the votes and comments of banned users, don’t count; voting again
          doesn’t bring an excluded vote back. A removed paper has no page and is in no feed. A
          hidden comment shows neither its text nor its author, and doesn’t count. A locked
          discussion can only be read. A limited user has the daily limits of a new account. All of
          this can be undone, and undoing is logged too. Only a merge is final: the votes and
          comments of the duplicate move to the other paper.
        </p>
        <p>
          If this site names users, it does so for bans, roles and authorship, never for votes,
          comments, warnings or limits. The affected user is notified and can appeal once.
        </p>
        <p>Moderators see six patterns in the votes of the last {days} days:</p>
        <ul className="list-disc space-y-1 pl-5">
          <li>
            users who voted for the same {network.papers} or more papers from one network (a /24 of
            IPv4, a /64 of IPv6) within {network.seconds} seconds. Networks are stored as keyed
            hashes, shown to nobody, and deleted after 30 days;
          </li>
          <li>
            users with {focus.votes} or more votes, {percent(focus.share)} of them for one author or
            organization;
          </li>
          <li>
            two users who gave each other’s papers {mutual.votes} or more votes each, and{' '}
            {percent(mutual.share)} of all they gave;
          </li>
          <li>
            {mailbox.votes} or more accounts of one mailbox (addresses that differ only after a “+”,
            or by dots at Gmail) that voted for the same paper. Mailboxes are compared by keyed
            hashes;
          </li>
          <li>
            {crowd.votes} or more votes for one paper from one network, or {newcomers.votes} or more
            from accounts that were created on one day, if that is {crowd.times} times their share
            of the votes for other papers, or comes from {percent(crowd.share)} of those voters.
          </li>
        </ul>
        <p>
          Each can be innocent: a lab, a class or a household shares a network, and colleagues read
          each other’s papers. A moderator looks, then acts or dismisses the pattern.
        </p>
      </div>
    </Fold>
  );
}

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
          Every act of a moderator stands in this log with its reason, and nothing is done by the
          site on its own. Excluded votes, and the votes and comments of banned readers, leave
          counts and scores; voting again does not bring an excluded vote back. A removed paper has
          no page and is on no feed. A hidden comment shows neither text nor name, and counts for
          nothing; a locked discussion can be read, and nobody writes to it. A limited reader writes
          as little a day as a new account. All of it can be undone, which is logged too, but for a
          duplicate that was made a part of another paper: its votes and comments move there.
        </p>
        <p>
          Where readers are named at all, it is in acts about a ban, a role or authorship, never
          about votes or comments, a warning or a limit. The affected user is notified and can
          answer once.
        </p>
        <p>Moderators are shown six patterns in the votes of the last {days} days:</p>
        <ul className="list-disc space-y-1 pl-5">
          <li>
            readers who voted for the same papers, {network.papers} or more, from one network (a /24
            of IPv4, a /64 of IPv6) within {network.seconds} seconds. Networks are stored as keyed
            hashes, shown to nobody, and forgotten after 30 days;
          </li>
          <li>
            readers with {focus.votes} or more votes, {percent(focus.share)} of them for one author
            or organization;
          </li>
          <li>
            two readers who gave each other’s papers {mutual.votes} or more votes each, and{' '}
            {percent(mutual.share)} of all they gave;
          </li>
          <li>
            {mailbox.votes} or more accounts of one mailbox (addresses that differ only after a “+”,
            or by dots at Gmail) that voted for the same paper. Mailboxes are compared by keyed
            hashes;
          </li>
          <li>
            {crowd.votes} or more votes for one paper from one network, or {newcomers.votes} or more
            from accounts that were created on one day, if that is {crowd.times} times their part in
            the votes for other papers, or comes from {percent(crowd.share)} of those voters.
          </li>
        </ul>
        <p>
          Each can be innocent: a lab, a class or a household shares a network, and colleagues read
          each other. So a moderator looks, and decides or puts the pattern aside.
        </p>
      </div>
    </Fold>
  );
}

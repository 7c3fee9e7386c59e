import { Button, buttonClass } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import type { OwnClaim } from '@/lib/claims/types';
import { correctPath } from '@/lib/corrections/paths';
import { entryPath } from '@/lib/moderation/paths';
import { formPath } from '@/lib/registry/form-path';

/** The viewer's own claim: its state, and the actions that state allows. */
export function OwnClaimCard({ claim, slug }: { claim: OwnClaim; slug: string }) {
  const { status, name, logId } = claim;
  const entry =
    logId === null ? null : (
      <a href={entryPath(logId)} className="text-link">
        The reason appears in the public log.
      </a>
    );
  if (status === 'refused') {
    return (
      <Card aria-label="Your claim">
        <p>
          The moderators refused your claim to be <strong>{name}</strong>. {entry}
        </p>
      </Card>
    );
  }
  return (
    <Card aria-label="Your claim">
      {status === 'verified' ? (
        <p>
          You are confirmed as <strong>{name}</strong>.
        </p>
      ) : (
        <p>
          You claim to be <strong>{name}</strong>. It waits for a moderator.
        </p>
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        {status === 'verified' ? (
          <a href={correctPath(slug)} className={buttonClass({ size: 'sm', variant: 'primary' })}>
            Correct the paper’s page
          </a>
        ) : null}
        <form method="post" action={formPath('claims/withdrawClaim')}>
          <input type="hidden" name="paper" value={slug} />
          <Button type="submit" size="sm">
            {status === 'verified' ? 'Give it up' : 'Take it back'}
          </Button>
        </form>
      </div>
    </Card>
  );
}

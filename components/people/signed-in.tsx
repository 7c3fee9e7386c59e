import { Button, buttonClass } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { CASE_PATH } from '@/lib/appeals/paths';

/** Shown on the sign-in page to signed-in users; also signs out without scripts. */
export function SignedIn({
  handle,
  banned,
  from,
}: {
  handle: string | null;
  banned: boolean;
  from: string;
}) {
  const ready = handle !== null || banned;
  return (
    <div className="space-y-4">
      {banned ? (
        <Notice kind="caution" title="This account is read-only.">
          <a href={CASE_PATH} className="text-link">
            Why, until when, and how to answer
          </a>
        </Notice>
      ) : null}
      <p>
        You are signed in{handle ? ' as ' : null}
        {handle ? <strong>{handle}</strong> : null}.
      </p>
      <div className="flex gap-2">
        <a
          href={ready ? from : `/welcome?from=${encodeURIComponent(from)}`}
          className={buttonClass({ variant: 'primary' })}
        >
          {ready ? 'Continue' : 'Choose a handle'}
        </a>
        <form method="post" action="/api/auth/signout">
          <input type="hidden" name="from" value={from} />
          <Button type="submit">Sign out</Button>
        </form>
      </div>
    </div>
  );
}

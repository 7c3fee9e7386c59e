import { Button, buttonClass } from '@/components/ui/button';

/** For who opens the sign-in page and is signed in already; also the way out without JavaScript. */
export function SignedIn({ handle, from }: { handle: string | null; from: string }) {
  return (
    <div className="space-y-4">
      <p>
        You are signed in{handle ? ' as ' : null}
        {handle ? <strong>{handle}</strong> : null}.
      </p>
      <div className="flex gap-2">
        <a
          href={handle ? from : `/welcome?from=${encodeURIComponent(from)}`}
          className={buttonClass({ variant: 'primary' })}
        >
          {handle ? 'Go on' : 'Pick a handle'}
        </a>
        <form method="post" action="/api/auth/signout">
          <input type="hidden" name="from" value={from} />
          <Button type="submit">Sign out</Button>
        </form>
      </div>
    </div>
  );
}

import { Button } from '@/components/ui/button';

/** One box: a plain form, so it works without scripts. */
export function PrivacyForm({ votesPrivate }: { votesPrivate: boolean }) {
  return (
    <form method="post" action="/api/settings/privacy" className="space-y-4">
      <div className="flex gap-3">
        <input
          type="checkbox"
          id="votes-private"
          name="votesPrivate"
          defaultChecked={votesPrivate}
          aria-describedby="votes-private-hint"
          className="mt-1 size-4 shrink-0 accent-accent"
        />
        <div>
          <label htmlFor="votes-private" className="font-medium">
            Keep my upvotes private
          </label>
          <p id="votes-private-hint" className="mt-0.5 text-muted text-sm">
            They count like all others, but you are named nowhere: not under “Upvoted by”, not in
            your groups, and those who follow you are not shown what you upvote. Papers you submit
            and comments you write stay under your name.
          </p>
        </div>
      </div>
      <Button type="submit" variant="primary">
        Save
      </Button>
    </form>
  );
}

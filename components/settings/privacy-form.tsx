import { Button } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { formPath } from '@/lib/registry/form-path';

/** A plain form with one checkbox, so it works without scripts. */
export function PrivacyForm({ votesPrivate }: { votesPrivate: boolean }) {
  return (
    <form method="post" action={formPath('people/setVotesPrivate')} className="space-y-4">
      <Choice
        type="checkbox"
        name="votesPrivate"
        defaultChecked={votesPrivate}
        label="Keep my upvotes private"
        hint="They still count, but nobody sees that they are yours: not under “Upvoted by”, not in your groups, and not on your followers’ pages. Your submissions and comments keep your name."
      />
      <Button type="submit" variant="primary">
        Save
      </Button>
    </form>
  );
}

import { Button } from '@/components/ui/button';
import { Choice, Choices } from '@/components/ui/choice';
import { watchPath } from '@/lib/notifications/paths';
import { WATCHES, type Watch } from '@/lib/notifications/watches';
import { formPath } from '@/lib/registry/form-path';
import { WATCH_WORDS } from './watch-words';

type Props = { paper: { id: number; slug: string; watch: Watch } };

/** A plain form, so it works without scripts. */
export function WatchForm({ paper }: Props) {
  return (
    <form method="post" action={formPath('notifications/setWatch')} className="space-y-4">
      <input type="hidden" name="paperId" value={paper.id} />
      <input type="hidden" name="from" value={watchPath(paper.slug)} />
      <Choices legend="Notify me about">
        {WATCHES.map((watch) => (
          <Choice
            key={watch}
            type="radio"
            name="watch"
            value={watch}
            defaultChecked={watch === paper.watch}
            {...WATCH_WORDS[watch]}
          />
        ))}
      </Choices>
      <Button type="submit" variant="primary">
        Save
      </Button>
    </form>
  );
}

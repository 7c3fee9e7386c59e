import { Button } from '@/components/ui/button';
import { watchPath } from '@/lib/notifications/paths';
import { WATCHES, type Watch } from '@/lib/notifications/watches';
import { WATCH_WORDS } from './watch-words';

type Props = { paper: { id: number; slug: string; watch: Watch } };

/** A plain form, so it works without scripts. */
export function WatchForm({ paper }: Props) {
  return (
    <form method="post" action="/api/notifications/watch" className="space-y-4">
      <input type="hidden" name="paperId" value={paper.id} />
      <input type="hidden" name="from" value={watchPath(paper.slug)} />
      <fieldset>
        <legend className="sr-only">What you are told of this discussion</legend>
        <div className="space-y-2">
          {WATCHES.map((watch) => (
            <label key={watch} className="flex gap-3">
              <input
                type="radio"
                name="watch"
                value={watch}
                defaultChecked={watch === paper.watch}
                className="mt-1 size-4 shrink-0 accent-accent"
              />
              <span>
                <span className="font-medium">{WATCH_WORDS[watch].label}</span>
                <span className="block text-muted text-sm">{WATCH_WORDS[watch].hint}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <Button type="submit" variant="primary">
        Save
      </Button>
    </form>
  );
}

import { MathText } from '@/components/papers/math-text';
import { Button } from '@/components/ui/button';
import { Input, Textarea } from '@/components/ui/field';
import { Icon } from '@/components/ui/icon';
import { Sure } from '@/components/ui/sure';
import { COLLECTION_LIMITS } from '@/lib/collections/limits';
import type { CollectedPaper } from '@/lib/collections/types';
import { plainText } from '@/lib/markup/plain';
import { paperPath } from '@/lib/papers/paths';
import type { PaperSummary } from '@/lib/papers/types';
import { formPath } from '@/lib/registry/form-path';

type Props = {
  collectionKey: string;
  papers: PaperSummary[];
  places: Map<number, CollectedPaper>;
  /** Papers in the whole collection, not only on this page. */
  count: number;
  page: number;
  /** Slug of the paper that was just moved; one of its buttons gets the focus back. */
  moved: string;
};

/**
 * Notes, order and removal in one plain form, so that pressing any button also saves the typed
 * notes. The first button is the form's default, which Enter in a field presses.
 */
export function ArrangeForm({ collectionKey, papers, places, count, page, moved }: Props) {
  return (
    <form method="post" action={formPath('collections/arrangePapers')}>
      <input type="hidden" name="collection" value={collectionKey} />
      <input type="hidden" name="page" value={page} />
      <p className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" name="act" value="save" variant="primary" size="sm">
          Save notes and places
        </Button>
        <span className="text-muted text-sm">Every button here saves what you typed.</span>
      </p>
      <ol className="divide-y divide-line border-line border-y">
        {papers.map((paper) => {
          const at = places.get(paper.id);
          return at ? (
            <Row key={paper.id} paper={paper} at={at} count={count} focus={moved === paper.slug} />
          ) : null;
        })}
      </ol>
    </form>
  );
}

type RowProps = { paper: PaperSummary; at: CollectedPaper; count: number; focus: boolean };

function Row({ paper, at: { place, note }, count, focus }: RowProps) {
  const { id, slug } = paper;
  const title = plainText(paper.title);
  const step = (to: number, icon: 'up' | 'down', words: string, focused: boolean) => (
    <Button
      type="submit"
      size="sm"
      name="act"
      value={`move:${slug}:${to}`}
      disabled={to < 1 || to > count}
      autoFocus={focused}
      title={words}
    >
      <Icon name={icon} />
      <span className="sr-only">
        {words}: {title}
      </span>
    </Button>
  );
  return (
    <li className="list-none py-3">
      <p className="flex gap-2">
        <span className="w-7 shrink-0 text-right text-muted tabular-nums">{place}.</span>
        <a
          href={paperPath(slug)}
          className="min-w-0 font-medium hover:text-accent [overflow-wrap:anywhere]"
        >
          <MathText text={paper.title} />
        </a>
      </p>
      <div className="mt-2 space-y-2 pl-9">
        <input type="hidden" name={`was:${slug}`} value={note} />
        <Textarea
          name={`note:${slug}`}
          aria-label={`Note on ${title}`}
          placeholder="A note"
          maxLength={COLLECTION_LIMITS.note}
          defaultValue={note}
          rows={2}
          className="min-h-0! text-sm"
        />
        <div className="flex flex-wrap items-center gap-2">
          {step(place - 1, 'up', 'Move up', focus && place > 1)}
          {step(place + 1, 'down', 'Move down', focus && place === 1)}
          <label className="flex items-center gap-1.5 text-muted text-sm" htmlFor={`place-${id}`}>
            Place <span className="sr-only">of {title}</span>
            <Input
              id={`place-${id}`}
              name={`place:${slug}:${place}`}
              inputMode="numeric"
              pattern="[0-9]{1,3}"
              defaultValue={place}
              required
              autoComplete="off"
              className="h-8! w-14! text-sm"
            />
          </label>
          <Sure
            label="Remove"
            words={note ? 'Its note goes along.' : 'It can be saved here again.'}
          >
            <Button type="submit" size="sm" variant="danger" name="act" value={`remove:${slug}`}>
              Remove<span className="sr-only"> {title}</span>
            </Button>
          </Sure>
        </div>
      </div>
    </li>
  );
}

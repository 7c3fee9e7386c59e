import { smallButton } from '@/components/ui/button';
import { paperPath } from '@/lib/papers/paths';
import { formPath } from '@/lib/registry/form-path';

type Props = { papers: { id: number; slug: string; title: string }[] };

/** Papers the user marked as not interesting, each with an undo button. */
export function NotInteresting({ papers }: Props) {
  if (papers.length === 0) return null;
  return (
    <section aria-labelledby="disliked" className="space-y-3">
      <h2 id="disliked" className="font-semibold text-lg">
        Not interested
      </h2>
      <ul className="space-y-2">
        {papers.map(({ id, slug, title }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-3">
            <a href={paperPath(slug)} className="min-w-0 font-serif text-link">
              {title}
            </a>
            <form method="post" action={formPath('taste/markPaper')}>
              <input type="hidden" name="paperId" value={id} />
              <input type="hidden" name="disliked" value="false" />
              <button type="submit" aria-label={`Undo for ${title}`} className={smallButton}>
                Undo
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

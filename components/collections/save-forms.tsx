import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { paperWords, VISIBILITY_WORDS } from '@/lib/collections/messages';
import { collectionPath } from '@/lib/collections/paths';
import type { OwnCollection } from '@/lib/collections/types';
import { formPath } from '@/lib/registry/form-path';

/** The viewer's collections, each with a form that adds or removes the paper. */
export function SaveForms({ own, slug }: { own: OwnCollection[]; slug: string }) {
  if (own.length === 0) return null;
  return (
    <ul aria-label="Your collections" className="divide-y divide-line border-line border-y">
      {own.map(({ key, name, visibility, papers, has }) => (
        <li key={key} className="flex items-center gap-3 py-2">
          <div className="min-w-0 grow">
            <a
              href={collectionPath(key)}
              dir="auto"
              className="hover:text-accent [overflow-wrap:anywhere]"
            >
              {name}
            </a>
            <p className="text-muted text-sm">
              <Badge>{VISIBILITY_WORDS[visibility].label}</Badge> {paperWords(papers)}
            </p>
          </div>
          <form method="post" action={formPath('collections/collectPaper')}>
            <input type="hidden" name="collection" value={key} />
            <input type="hidden" name="paper" value={slug} />
            <input type="hidden" name="there" value={String(!has)} />
            <Button type="submit" size="sm" variant={has ? 'secondary' : 'primary'}>
              {has ? 'Take out' : 'Add'}
              <span className="sr-only">
                {has ? ' of ' : ' to '}
                {name}
              </span>
            </Button>
          </form>
        </li>
      ))}
    </ul>
  );
}

import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';
import { DIGEST_SETTINGS_PATH } from '@/lib/digests/paths';
import { SAVED_SEARCHES_PATH, savedSearchPath } from '@/lib/searches/paths';
import { NAME_LENGTH } from '@/lib/searches/schema';
import type { SavedSearch } from '@/lib/searches/types';

const link = 'inline-flex min-h-7 items-center text-link hover:underline';

/** A saved search in the settings: where it leads, and what can be done with it. */
export function SavedSearchItem({
  search: { id, name, query, highlight },
}: {
  search: SavedSearch;
}) {
  const byMail = new URLSearchParams({ about: 'search', search: String(id) });
  return (
    <li className="py-3">
      <Link
        href={savedSearchPath(query)}
        prefetch={false}
        className="font-medium text-link [overflow-wrap:anywhere]"
      >
        {name}
      </Link>
      <p className="text-muted text-sm [overflow-wrap:anywhere]">{words(query)}</p>
      <div className="mt-1 flex flex-wrap items-start gap-x-4 gap-y-1 text-sm">
        <a href={`/search.atom?${query}`} className={link}>
          Feed
        </a>
        <Link href={`${DIGEST_SETTINGS_PATH}?${byMail}`} prefetch={false} className={link}>
          By mail
        </Link>
        <details className="grow">
          <summary className={link}>Change</summary>
          <form
            method="post"
            action="/api/settings/searches/change"
            className="mt-2 max-w-md space-y-3"
          >
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="from" value={SAVED_SEARCHES_PATH} />
            <Field id={`name-${id}`} label="Name">
              {(control) => (
                <Input
                  {...control}
                  name="name"
                  required
                  maxLength={NAME_LENGTH}
                  defaultValue={name}
                />
              )}
            </Field>
            <label className="flex min-h-8 items-center gap-2">
              <input
                type="checkbox"
                name="highlight"
                defaultChecked={highlight}
                className="size-4 accent-accent"
              />
              Mark its papers on feeds
            </label>
            <Button type="submit" size="sm">
              Save
            </Button>
          </form>
        </details>
        <form method="post" action="/api/settings/searches/delete">
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="from" value={SAVED_SEARCHES_PATH} />
          <Button type="submit" size="sm" variant="quiet" aria-label={`Forget ${name}`}>
            Forget
          </Button>
        </form>
      </div>
    </li>
  );
}

const LABELS: Record<string, string> = { q: '', code: 'has code', daily: 'on a daily list' };

/** `diffusion · topic: cs.CV · has code` */
const words = (query: string): string =>
  [...new URLSearchParams(query)]
    .map(([field, value]) => {
      const label = LABELS[field];
      return label === '' ? value : (label ?? `${field}: ${value}`);
    })
    .join(' · ');

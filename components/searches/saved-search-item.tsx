import Link from 'next/link';
import { KeptItem } from '@/components/settings/kept-item';
import { Button } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { Field, Input } from '@/components/ui/field';
import { Fold } from '@/components/ui/fold';
import { DIGEST_SETTINGS_PATH } from '@/lib/digests/paths';
import { formPath } from '@/lib/registry/form-path';
import { SAVED_SEARCHES_PATH, savedSearchPath } from '@/lib/searches/paths';
import { NAME_LENGTH } from '@/lib/searches/schema';
import type { SavedSearch } from '@/lib/searches/types';

const link = 'inline-flex min-h-8 items-center font-medium text-muted hover:text-ink';

/** A saved search in the settings: its link and its actions. */
export function SavedSearchItem({
  search: { id, name, query, highlight },
}: {
  search: SavedSearch;
}) {
  const byMail = new URLSearchParams({ about: 'search', search: String(id) });
  return (
    <KeptItem
      title={
        <Link href={savedSearchPath(query)} prefetch={false} className="text-link">
          {name}
        </Link>
      }
      about={words(query)}
      remove={{
        action: formPath('searches/deleteSearch'),
        fields: { id, from: SAVED_SEARCHES_PATH },
        button: 'Forget',
        label: `Forget ${name}`,
      }}
    >
      <div className="flex flex-wrap items-start gap-x-4">
        <Fold label="Change" className="open:w-full">
          <form
            method="post"
            action={formPath('searches/changeSearch')}
            className="mt-1 mb-2 space-y-3"
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
            <Choice
              type="checkbox"
              name="highlight"
              defaultChecked={highlight}
              label="Mark its papers on feeds"
            />
            <Button type="submit" variant="primary">
              Save
            </Button>
          </form>
        </Fold>
        <a href={`/search.atom?${query}`} className={link}>
          Feed
        </a>
        <Link href={`${DIGEST_SETTINGS_PATH}?${byMail}`} prefetch={false} className={link}>
          By mail
        </Link>
      </div>
    </KeptItem>
  );
}

const LABELS: Record<string, string> = { q: '', code: 'has code', daily: 'on a daily list' };

/** Formats a search as `diffusion · topic: cs.CV · has code`. */
const words = (query: string): string =>
  [...new URLSearchParams(query)]
    .map(([field, value]) => {
      const label = LABELS[field];
      return label === '' ? value : (label ?? `${field}: ${value}`);
    })
    .join(' · ');

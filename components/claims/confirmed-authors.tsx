import { Button } from '@/components/ui/button';
import { Field, Textarea } from '@/components/ui/field';
import { Fold } from '@/components/ui/fold';
import { CLAIM_LIMITS } from '@/lib/claims/schema';
import type { AuthorPlace } from '@/lib/claims/types';
import { profilePath } from '@/lib/profiles/paths';
import { formPath } from '@/lib/registry/form-path';

type Props = {
  slug: string;
  places: AuthorPlace[];
  mayContest: boolean;
  /** The viewer's handle; users cannot contest their own claim. */
  own: string | null;
  /** Handle of the author whose contest form is open. */
  open: string;
  why: string;
};

/** Lists the paper's confirmed authors; any signed-in user may contest one. */
export function ConfirmedAuthors({ slug, places, mayContest, own, open, why }: Props) {
  const confirmed = places.flatMap(({ name, handle }) => (handle ? [{ name, handle }] : []));
  if (confirmed.length === 0) return null;
  return (
    <section aria-labelledby="confirmed">
      <h2 id="confirmed" className="font-semibold">
        Confirmed authors
      </h2>
      <ul className="mt-2 divide-y divide-line border-line border-y text-sm">
        {confirmed.map(({ name, handle }) => (
          <li key={handle} className="py-2">
            {name} is{' '}
            <a href={profilePath(handle)} className="text-link">
              @{handle}
            </a>
            {mayContest && handle !== own ? (
              <Fold open={open === handle} label="This is wrong…">
                <form
                  method="post"
                  action={formPath('claims/contestClaim')}
                  className="mt-2 space-y-3"
                >
                  <input type="hidden" name="paper" value={slug} />
                  <input type="hidden" name="handle" value={handle} />
                  <Field
                    id={`why-${handle}`}
                    label={`Why @${handle} is not this author`}
                    hint={`For the moderators, who then decide. 10 to ${CLAIM_LIMITS.words} characters.`}
                  >
                    {(control) => (
                      <Textarea
                        {...control}
                        name="words"
                        rows={3}
                        required
                        minLength={10}
                        maxLength={CLAIM_LIMITS.words}
                        defaultValue={open === handle ? why : ''}
                      />
                    )}
                  </Field>
                  <Button type="submit" size="sm">
                    Contest
                  </Button>
                </form>
              </Fold>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

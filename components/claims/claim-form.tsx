import { Button } from '@/components/ui/button';
import { Choice, Choices } from '@/components/ui/choice';
import { Field, Input, Textarea } from '@/components/ui/field';
import { CLAIM_PATH } from '@/lib/claims/paths';
import { CLAIM_LIMITS } from '@/lib/claims/schema';
import type { AuthorPlace } from '@/lib/claims/types';
import { formatCount } from '@/lib/papers/dates';
import { formPath } from '@/lib/registry/form-path';

/** Authors listed at once; a longer list gets a filter by name. */
const MOST = 60;

type Props = {
  slug: string;
  places: AuthorPlace[];
  /** Position of the chosen author, or -1. */
  chosen: number;
  words: string;
  /** Filter: a part of the author's name. */
  wanted: string;
  viewerName: string | null;
  /** The ORCID iD the viewer has signed in with. */
  orcid: string | null;
  /** Whether that ORCID iD proves one of this paper's author positions. */
  proven: boolean;
  canSignInWithOrcid: boolean;
  /** Whether the form changes a pending claim. */
  again: boolean;
};

/** Two plain forms: one filters a long author list, the other claims a position in it. */
export function ClaimForm(props: Props) {
  const { slug, places, wanted, viewerName, words, again } = props;
  const fits = ({ name }: AuthorPlace) => name.toLowerCase().includes(wanted.toLowerCase());
  const fitting = wanted ? places.filter(fits) : places;
  const sameName = places.filter(({ name }) => name.toLowerCase() === viewerName?.toLowerCase());
  const [only] = sameName.length === 1 ? sameName : [];
  const chosen = props.chosen >= 0 ? props.chosen : (only?.position ?? -1);
  const shown = fitting.slice(0, MOST);
  const [first] = places.filter(({ position }) => position === chosen);
  if (first && !shown.includes(first)) shown.unshift(first);
  return (
    <div className="space-y-4">
      {places.length > MOST ? (
        <form action={CLAIM_PATH}>
          <input type="hidden" name="paper" value={slug} />
          <Field
            id="name"
            label="Find your name"
            hint={`${formatCount(fitting.length)} of ${formatCount(places.length)} authors${fitting.length > MOST ? `, the first ${MOST} are shown` : ''}`}
          >
            {(control) => (
              <span className="flex gap-2">
                <Input
                  {...control}
                  name="name"
                  maxLength={100}
                  defaultValue={wanted}
                  type="search"
                />
                <Button type="submit">Show</Button>
              </span>
            )}
          </Field>
        </form>
      ) : null}
      <form method="post" action={formPath('claims/claimAuthor')} className="space-y-5">
        <input type="hidden" name="paper" value={slug} />
        <Choices legend="Which of them are you?">
          {shown.map(({ position, name, handle }) => (
            <Choice
              key={position}
              type="radio"
              name="position"
              value={position}
              required
              disabled={handle !== null}
              defaultChecked={position === chosen}
              label={handle ? `${name} is @${handle}` : name}
            />
          ))}
        </Choices>
        <p className="text-muted text-sm">{evidenceWords(props)}</p>
        <Field
          id="words"
          label="What shows that it is you"
          hint={`For the moderators only: a page of yours that names this account, for example. At most ${CLAIM_LIMITS.words} characters; it may stay empty.`}
        >
          {(control) => (
            <Textarea
              {...control}
              name="words"
              rows={3}
              maxLength={CLAIM_LIMITS.words}
              defaultValue={words}
            />
          )}
        </Field>
        <Button type="submit" variant="primary">
          {again ? 'Change my claim' : 'This is me'}
        </Button>
      </form>
    </div>
  );
}

function evidenceWords({ orcid, proven, canSignInWithOrcid }: Props): string {
  if (proven)
    return `You signed in at ORCID as ${orcid}, which this paper’s source gives for the chosen author: that confirms it at once.`;
  if (orcid)
    return `You signed in at ORCID as ${orcid}. This paper’s source gives that for none of its authors, so a moderator decides.`;
  const how = canSignInWithOrcid
    ? ' Signed in with ORCID, it is confirmed at once where the paper’s source gives your ORCID iD.'
    : '';
  return `A moderator decides.${how}`;
}

import { PictureChoice } from '@/components/pictures/picture-choice';
import { Button } from '@/components/ui/button';
import { Field, Input, Textarea } from '@/components/ui/field';
import { correctionsPath } from '@/lib/corrections/paths';
import { CORRECTION_LIMITS } from '@/lib/corrections/schema';
import type { Picture } from '@/lib/pictures/types';
import { formPath } from '@/lib/registry/form-path';

type Props = {
  slug: string;
  /** Display name that the summary is attributed to. */
  author: string;
  summary: string;
  code: string;
  project: string;
  /** Slug or name of an organization. */
  organization: string;
  picture: Picture | null;
  pictureProblem: string;
};

const { summary: LONGEST, address, organization: LONGEST_NAME } = CORRECTION_LIMITS;

/** A plain form with every field a verified author may correct; works without scripts. */
export function CorrectForm({ slug, author, picture, pictureProblem, ...shown }: Props) {
  return (
    <form
      method="post"
      action={formPath('corrections/correctPaper')}
      encType="multipart/form-data"
      className="space-y-5"
    >
      <input type="hidden" name="paper" value={slug} />
      <Field
        id="summary"
        label="Summary"
        hint={`One paragraph of at most ${LONGEST} characters, with $LaTeX$ if you like. It stands under your name, ${author}.`}
      >
        {(control) => (
          <Textarea
            {...control}
            name="summary"
            rows={6}
            maxLength={LONGEST}
            defaultValue={shown.summary}
          />
        )}
      </Field>
      <Field id="code" label="Code" hint="The address of a repository.">
        {(control) => (
          <Input
            {...control}
            name="code"
            type="url"
            maxLength={address}
            defaultValue={shown.code}
          />
        )}
      </Field>
      <Field id="project" label="Project page">
        {(control) => (
          <Input
            {...control}
            name="project"
            type="url"
            maxLength={address}
            defaultValue={shown.project}
          />
        )}
      </Field>
      <Field id="organization" label="Organization" hint="Its name, as its page here has it.">
        {(control) => (
          <Input
            {...control}
            name="organization"
            maxLength={LONGEST_NAME}
            defaultValue={shown.organization}
            autoComplete="off"
          />
        )}
      </Field>
      <PictureChoice
        picture={picture}
        problem={pictureProblem}
        hint="A figure of the paper. Without one, links to it show a card with its title and authors."
      />
      <p className="text-muted text-sm">
        An empty field takes away what is there. Every change is{' '}
        <a href={correctionsPath(slug)} className="text-link">
          public for good
        </a>
        , with your handle, and no import writes over it.
      </p>
      <Button type="submit" variant="primary">
        Save
      </Button>
    </form>
  );
}

import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { formPath } from '@/lib/registry/form-path';
import { ActForm } from './act-form';

type Props = {
  slug: string;
  removed: boolean;
  /** Page to return to. */
  from: string;
  /** The typed reason of a rejected form. */
  reason: string;
};

/** Removes a paper's picture from another site, or allows one again. */
export function PictureCard({ slug, removed, ...form }: Props) {
  return (
    <Card aria-labelledby="picture" className="mt-5">
      <h2 id="picture" className="font-semibold">
        {removed ? 'Its picture is removed' : 'Remove its picture'}
      </h2>
      <p className="mt-1 max-w-prose text-muted text-sm">
        {removed
          ? 'Once you allow it, a picture is fetched from the paper’s source again.'
          : 'The picture came from another site. The paper is shown with a drawn tile, and no picture is fetched again.'}
      </p>
      <ActForm
        id="picture"
        action={
          removed ? formPath('moderation/restorePicture') : formPath('moderation/removePicture')
        }
        fields={{ slug }}
        hint="It appears in the public log."
        buttons={
          <Button type="submit" size="sm" variant={removed ? 'primary' : 'danger'}>
            {removed ? 'Allow pictures' : 'Remove picture'}
          </Button>
        }
        {...form}
      />
    </Card>
  );
}

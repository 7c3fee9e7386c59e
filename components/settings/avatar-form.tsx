import { Face } from '@/components/people/face';
import { PictureField } from '@/components/pictures/picture-field';
import { Button } from '@/components/ui/button';
import type { Picture } from '@/lib/pictures/types';
import { formPath } from '@/lib/registry/form-path';

type Props = {
  handle: string;
  picture: Picture | null;
  /** Why the uploaded picture was rejected. */
  problem: string;
};

/** Uploads or removes the user's picture; without one, a drawn one is shown. */
export function AvatarForm({ handle, picture, problem }: Props) {
  const action = formPath('people/saveAvatar');
  return (
    <section aria-labelledby="avatar" className="max-w-lg">
      <h2 id="avatar" className="mb-2 font-semibold">
        Your picture
      </h2>
      <div className="flex flex-wrap items-start gap-4">
        <Face
          handle={handle}
          picture={picture?.hash}
          className="block size-16! shrink-0 overflow-hidden rounded-full"
        />
        <form
          method="post"
          action={action}
          encType="multipart/form-data"
          className="min-w-0 grow basis-64 space-y-3"
        >
          <PictureField
            error={problem || undefined}
            has={picture !== null}
            hint="Everybody can see it. It is cropped to a square."
          />
          <div className="flex flex-wrap gap-2">
            <Button type="submit">Save picture</Button>
            {picture ? (
              <Button type="submit" name="withoutPicture" value="1" variant="quiet">
                Remove picture
              </Button>
            ) : null}
          </div>
        </form>
      </div>
    </section>
  );
}

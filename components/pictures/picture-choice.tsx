import { Choice } from '@/components/ui/choice';
import { picturePath } from '@/lib/pictures/paths';
import type { Picture } from '@/lib/pictures/types';
import { PictureField } from './picture-field';

type Props = {
  /** The current picture. */
  picture: Picture | null;
  /** Why the uploaded picture was rejected. */
  problem: string;
  /** Requirements in one sentence. */
  hint: string;
};

/** Picture field of a form: shows the current picture, removes or replaces it. */
export function PictureChoice({ picture, problem, hint }: Props) {
  return (
    <>
      {picture ? (
        <div className="flex flex-wrap items-center gap-4">
          {/** biome-ignore lint/performance/noImgElement: already resized when stored */}
          <img
            src={picturePath(picture.hash, 'small')}
            alt="Current"
            width={picture.width}
            height={picture.height}
            className="h-auto max-h-32 w-auto max-w-40 rounded border border-line"
          />
          <Choice type="checkbox" name="withoutPicture" value="1" label="Remove this picture" />
        </div>
      ) : null}
      <PictureField error={problem || undefined} has={picture !== null} hint={hint} />
    </>
  );
}

import { Choice } from '@/components/ui/choice';
import { picturePath } from '@/lib/pictures/paths';
import type { Picture } from '@/lib/pictures/types';
import { PictureField } from './picture-field';

type Props = {
  /** The one there is. */
  picture: Picture | null;
  /** What was wrong with the one that was sent, in words. */
  problem: string;
  /** What it should be, in a sentence. */
  hint: string;
};

/** The picture of something in a form: which one there is, to take it away, to bring another. */
export function PictureChoice({ picture, problem, hint }: Props) {
  return (
    <>
      {picture ? (
        <div className="flex flex-wrap items-center gap-4">
          {/** biome-ignore lint/performance/noImgElement: made in this size already */}
          <img
            src={picturePath(picture.hash, 'small')}
            alt="As it was chosen"
            width={picture.width}
            height={picture.height}
            className="h-auto max-h-32 w-auto max-w-40 rounded border border-line"
          />
          <Choice type="checkbox" name="withoutPicture" value="1" label="Take this picture away" />
        </div>
      ) : null}
      <PictureField error={problem || undefined} has={picture !== null} hint={hint} />
    </>
  );
}

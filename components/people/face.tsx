import { faceSvg } from '@/lib/people/face';
import { picturePath } from '@/lib/pictures/paths';

type Props = {
  handle: string;
  /** Hash of the user's chosen picture. */
  picture?: string | null;
  className?: string;
};

/** A user's avatar. Decorative for assistive technology, since the name is beside it. */
export function Face({ handle, picture, className = '' }: Props) {
  if (picture) {
    return (
      // biome-ignore lint/performance/noImgElement: already resized when stored
      <img
        src={picturePath(picture, 'small')}
        alt=""
        width={96}
        height={96}
        loading="lazy"
        className={`face ${className}`}
      />
    );
  }
  return (
    <span className={`face ${className}`} dangerouslySetInnerHTML={{ __html: faceSvg(handle) }} />
  );
}

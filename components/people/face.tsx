import { faceSvg } from '@/lib/people/face';
import { picturePath } from '@/lib/pictures/paths';

type Props = {
  handle: string;
  /** The hash of the picture that the reader chose. */
  picture?: string | null;
  className?: string;
};

/** A reader's face, beside the name that it belongs to; decoration for assistive technology. */
export function Face({ handle, picture, className = '' }: Props) {
  if (picture) {
    return (
      // biome-ignore lint/performance/noImgElement: made in this size already
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

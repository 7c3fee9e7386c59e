import { plainText } from '@/lib/markup/plain';
import type { PaperDetail } from '@/lib/papers/types';
import { picturePath } from '@/lib/pictures/paths';

/** The figure chosen for a paper, at its natural size if it is small. */
export function PaperPicture({ paper: { picture, title } }: { paper: PaperDetail }) {
  if (!picture) return null;
  const { hash, width, height } = picture;
  return (
    <a
      href={picturePath(hash, 'large')}
      className="mt-5 block w-fit max-w-full"
      aria-label="The figure in full size"
    >
      {/* biome-ignore lint/performance/noImgElement: already resized when stored */}
      <img
        src={picturePath(hash, 'large')}
        width={width}
        height={height}
        alt={`A figure of “${plainText(title)}”`}
        loading="lazy"
        className="h-auto max-h-80 w-auto max-w-full rounded-md border border-line"
      />
    </a>
  );
}

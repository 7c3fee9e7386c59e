import { plainText } from '@/lib/markup/plain';
import type { PaperDetail } from '@/lib/papers/types';
import { picturePath } from '@/lib/pictures/paths';

/** The figure that somebody chose for a paper; alone it is shown as large as it is. */
export function PaperPicture({ paper: { picture, title } }: { paper: PaperDetail }) {
  if (!picture) return null;
  const { hash, width, height } = picture;
  return (
    <a
      href={picturePath(hash, 'large')}
      className="mt-5 block w-fit max-w-full"
      aria-label="The figure in full size"
    >
      {/* biome-ignore lint/performance/noImgElement: made in two sizes already */}
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

import { PlayMark } from '@/components/pictures/play-mark';
import { plainText } from '@/lib/markup/plain';
import { webAddress } from '@/lib/papers/links';
import type { PaperDetail, PaperPicture as Shown } from '@/lib/papers/types';
import { picturePath } from '@/lib/pictures/paths';

/**
 * The figure chosen for a paper, or a picture from another site, at its natural size if it is
 * small. The poster of a video opens the video where it is.
 */
export function PaperPicture({ paper: { picture, title } }: { paper: PaperDetail }) {
  if (!picture) return null;
  const { hash, width, height, from } = picture;
  const video = from ? webAddress(from.videoUrl) : null;
  return (
    <a
      href={video ?? picturePath(hash, 'large')}
      rel={video ? 'nofollow noopener' : undefined}
      className="relative mt-5 block w-fit max-w-full"
      aria-label={
        video ? `Play the video at ${new URL(video).hostname}` : 'The figure in full size'
      }
    >
      {/* biome-ignore lint/performance/noImgElement: already resized when stored */}
      <img
        src={picturePath(hash, 'large')}
        width={width}
        height={height}
        alt={altText(from, plainText(title))}
        loading="lazy"
        style={{ width: shownWidth(width, height) }}
        className="h-auto max-w-full rounded-md border border-line bg-white"
      />
      {video ? <PlayMark className="size-16" /> : null}
    </a>
  );
}

/** The greatest height in pixels. */
const HIGHEST = 320;

/**
 * Returns the width in pixels at which a picture is at most `HIGHEST` high, and never enlarged. With
 * `max-height` instead, a browser reserves no space for a picture that is not loaded yet.
 */
export const shownWidth = (width: number, height: number): number =>
  Math.min(width, Math.round((HIGHEST * width) / height));

function altText(from: Shown['from'], title: string): string {
  if (from?.videoUrl) return `Poster of a video about “${title}”`;
  if (from?.kind === 'figure') return from.caption ?? `The first figure of “${title}”`;
  if (from?.kind === 'thumbnail') return `Preview image of “${title}”`;
  return `A figure of “${title}”`;
}

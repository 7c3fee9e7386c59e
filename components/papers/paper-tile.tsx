import type { CSSProperties } from 'react';
import { PlayMark } from '@/components/pictures/play-mark';
import { tileHue, tileSvg } from '@/lib/papers/tile';
import type { PaperSummary } from '@/lib/papers/types';
import { picturePath } from '@/lib/pictures/paths';

type Props = { paper: Pick<PaperSummary, 'slug' | 'title' | 'categories' | 'picture' | 'video'> };

/**
 * The picture at the right of a row: the paper's figure or a drawn placeholder of the same size.
 */
export function PaperTile({ paper }: Props) {
  if (paper.picture) {
    return (
      <span className="tile">
        {/* biome-ignore lint/performance/noImgElement: already resized when stored */}
        <img
          src={picturePath(paper.picture, 'small')}
          alt=""
          width={160}
          height={100}
          loading="lazy"
        />
        {paper.video ? <PlayMark className="size-8" /> : null}
      </span>
    );
  }
  return (
    <span
      className="tile"
      style={{ '--h': tileHue(paper) } as CSSProperties}
      dangerouslySetInnerHTML={{ __html: tileSvg(paper) }}
    />
  );
}

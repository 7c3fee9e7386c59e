import { placeWords, upvotesOfViews } from '@/lib/ranking/messages';
import type { Why } from '@/lib/ranking/types';

/** A paper's place in one sentence, linked to its explanation; renders nothing if it has none. */
export function ShortWhy({ why: { rated, standing, counted } }: { why: Why }) {
  if (!rated || !standing) return null;
  const upvotes = counted.lists + counted.elsewhere;
  const views = rated.exposure + rated.outsideExposure;
  return (
    <p className="screen-only text-muted text-sm">
      {standing.place === null ? null : (
        <>
          <strong className="inline-block font-semibold text-ink first-letter:uppercase">
            {placeWords(standing.place)} on Trending
          </strong>
          {': '}
        </>
      )}
      {upvotesOfViews(upvotes, views)}.{' '}
      <a href="#why" className="text-link">
        See why
      </a>
    </p>
  );
}

import type { FeedRow, PaperRow } from '@/db/queries/papers';
import type { PaperPicture } from './types';

/** Returns the uploaded picture, or else the one from another site. */
export function pictureOf({ picture, sourcePicture }: PaperRow): PaperPicture | null {
  if (picture || !sourcePicture) return picture;
  const { hash, width, height, ...from } = sourcePicture;
  return { hash, width, height, from };
}

/** Returns the fields that a paper's page and its row in a feed have in common. */
export const sharedFields = (row: FeedRow | PaperRow) => ({
  id: row.id,
  slug: row.slug,
  title: row.title,
  authorCount: row.authorCount,
  organization:
    row.organizationSlug && row.organizationName
      ? {
          slug: row.organizationSlug,
          name: row.organizationName,
          picture: row.organizationPicture,
        }
      : null,
  publishedAt: row.publishedAt.toISOString(),
  submittedAt: row.submittedAt?.toISOString() ?? null,
  feedDay: row.feedDay,
  categories: row.categories,
  codeUrl: row.codeUrl,
  codeStars: row.codeStars,
  codeMomentum: row.codeMomentum,
  upvotes: row.upvotes,
  comments: row.comments,
});

import { paperPath } from '@/lib/papers/paths';
import { picturePath } from '@/lib/pictures/paths';
import type { Picture } from '@/lib/pictures/types';

export const SITE_CARD = '/card.png';
export const paperCardPath = (slug: string): string => `${paperPath(slug)}/card.png`;
export const topicCardPath = (topic: string): string => `/topics/${topic}/card.png`;

/** Returns the address of a paper's preview image: the uploaded picture, or else its card. */
export const paperImagePath = (slug: string, picture: string | null): string =>
  picture === null ? paperCardPath(slug) : picturePath(picture, 'large');

type Pictured = { slug: string; picture: Picture | null };

/** Returns the preview image for a page's metadata, with its size. */
export const paperImage = ({ slug, picture }: Pictured, alt: string) => {
  if (picture === null) return cardImage(paperCardPath(slug), alt);
  const { hash, width, height } = picture;
  return { url: picturePath(hash, 'large'), width, height, alt };
};

/** Returns the metadata of a card image. */
export const cardImage = (url: string, alt: string) => ({ url, width: 1200, height: 630, alt });

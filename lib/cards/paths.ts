import { paperPath } from '@/lib/papers/paths';
import { picturePath } from '@/lib/pictures/paths';
import type { Picture } from '@/lib/pictures/types';

export const SITE_CARD = '/card.png';
export const paperCardPath = (slug: string): string => `${paperPath(slug)}/card.png`;
export const topicCardPath = (topic: string): string => `/topics/${topic}/card.png`;

/** The picture that stands for a paper: what somebody chose, else the card that is drawn of it. */
export const paperImagePath = (slug: string, picture: string | null): string =>
  picture === null ? paperCardPath(slug) : picturePath(picture, 'large');

type Pictured = { slug: string; picture: Picture | null };

/** The same as pages name it, with its size. */
export const paperImage = ({ slug, picture }: Pictured, alt: string) => {
  if (picture === null) return cardImage(paperCardPath(slug), alt);
  const { hash, width, height } = picture;
  return { url: picturePath(hash, 'large'), width, height, alt };
};

/** As pages name a picture of this size. */
export const cardImage = (url: string, alt: string) => ({ url, width: 1200, height: 630, alt });

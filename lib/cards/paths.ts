import { paperPath } from '@/lib/papers/paths';

export const SITE_CARD = '/card.png';
export const paperCardPath = (slug: string): string => `${paperPath(slug)}/card.png`;
export const topicCardPath = (topic: string): string => `/topics/${topic}/card.png`;

/** As pages name a picture of this size. */
export const cardImage = (url: string, alt: string) => ({ url, width: 1200, height: 630, alt });

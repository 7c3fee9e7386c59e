import { CATEGORIES, categoryName } from '@/lib/papers/categories';
import type { NamedTarget } from './types';

/** Returns a category in arXiv's spelling, from any spelling or its official name. */
export function topicTarget(text: string): NamedTarget | null {
  const wanted = text.trim().toLowerCase();
  const topic =
    CATEGORIES.find((category) => category.toLowerCase() === wanted) ??
    CATEGORIES.find((category) => categoryName(category)?.toLowerCase() === wanted);
  return topic ? namedTopic(topic) : null;
}

export const namedTopic = (topic: string): NamedTarget => ({
  kind: 'topic',
  value: topic,
  label: topic,
});

/** Returns categories whose official name contains these words. */
export const topicsNamed = (text: string, most: number): NamedTarget[] => {
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return CATEGORIES.filter((category) => {
    const name = `${category} ${categoryName(category)}`.toLowerCase();
    return words.every((word) => name.includes(word));
  })
    .slice(0, most)
    .map(namedTopic);
};

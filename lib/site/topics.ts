import { categoryName } from '@/lib/papers/categories';

const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** What a site is about, in words: `cs.LG` and `stat.ML` as their names, other topics as they are. */
export const topicsInWords = (topics: string[]): string =>
  list.format(topics.map((topic) => categoryName(topic) ?? topic));

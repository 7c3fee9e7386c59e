import { categoryName } from '@/lib/papers/categories';

const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** A part of a sentence; `topic` where it is a category's official name. */
export type TopicWords = { text: string; topic: string | null };

/** What a site is about, in words: `cs.LG` and `stat.ML` as their names, other topics as they are. */
export function topicsInWords(topics: string[]): TopicWords[] {
  const rest = [...topics];
  return list
    .formatToParts(topics.map((topic) => categoryName(topic) ?? topic))
    .map(({ type, value }) => {
      const topic = type === 'element' ? rest.shift() : undefined;
      return { text: value, topic: topic && categoryName(topic) ? topic : null };
    });
}

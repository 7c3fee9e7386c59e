import { categoryName } from '@/lib/papers/categories';

const list = new Intl.ListFormat('en', { type: 'conjunction' });

/** A part of a sentence; `topic` is set if it is a category's official name. */
export type TopicWords = { text: string; topic: string | null };

/** Returns a site's topics as a sentence: `cs.LG` and `stat.ML` by name, other topics unchanged. */
export function topicsInWords(topics: string[]): TopicWords[] {
  const rest = [...topics];
  return list
    .formatToParts(topics.map((topic) => categoryName(topic) ?? topic))
    .map(({ type, value }) => {
      const topic = type === 'element' ? rest.shift() : undefined;
      return { text: value, topic: topic && categoryName(topic) ? topic : null };
    });
}

import { compoundsOf } from './compounds';
import { normalized, wordsOf } from './words';

/** Tags start with a character that normalized words do not contain. */
export const authorTag = (word: string): string => `@${word}`;
/** A word of an organization's name, or of the submitter's handle. */
export const nameTag = (word: string): string => `~${word}`;
export const yearTag = (year: number): string => `#year:${year}`;
export const topicTag = (topic: string): string => `#topic:${topic.toLowerCase()}`;
export const organizationTag = (slug: string): string => `#org:${slug.toLowerCase()}`;
export const CODE_TAG = '#code';
export const DAILY_TAG = '#daily';

type Tagged = {
  categories: string[];
  year: number;
  organization: string | null;
  hasCode: boolean;
  onDailyList: boolean;
  authors: string[];
  /** Names and handles of the organization and the submitter. */
  names: string[];
};

/** Returns all tags of a paper for filters, each once. An archive (`cs`) is a topic, too. */
export function tagsOf(paper: Tagged): string[] {
  const tags = new Set([yearTag(paper.year)]);
  for (const topic of paper.categories) {
    tags.add(topicTag(topic));
    tags.add(topicTag(topic.split('.')[0] ?? topic));
  }
  if (paper.organization) tags.add(organizationTag(paper.organization));
  if (paper.hasCode) tags.add(CODE_TAG);
  if (paper.onDailyList) tags.add(DAILY_TAG);
  for (const name of paper.authors) {
    for (const word of nameWords(name)) tags.add(authorTag(word));
  }
  for (const name of paper.names) {
    for (const word of nameWords(name)) tags.add(nameTag(word));
  }
  return [...tags];
}

/**
 * Returns the words of a name in every spelling: `mueller` for Müller, `kling` and `team` for
 * KlingTeam.
 */
const nameWords = (name: string): Set<string> =>
  new Set([...wordsOf(normalized(name)), ...compoundsOf(name)]);

import { db, type Executor } from '@/db/client';
import { completeWord, stemWords } from '@/db/queries/search';
import {
  listAuthorsBeginning,
  listOrganizationsBeginning,
  listReadersBeginning,
  listTitles,
} from '@/db/queries/search-suggestions';
import { plainText } from '@/lib/markup/plain';
import { organizationPath } from '@/lib/organizations/paths';
import { CATEGORIES, categoryName } from '@/lib/papers/categories';
import { paperPath } from '@/lib/papers/paths';
import { profilePath } from '@/lib/profiles/paths';
import { IndexReader } from './index-reader';
import { PaperSet } from './paper-set';
import { authorSearch } from './paths';
import { Postings } from './rank';
import { rarity, Scores } from './scores';
import type { Suggestion } from './types';
import { normalized, wordsOf } from './words';

const SHORTEST = 2;
const LONGEST = 100;
const MOST = { paper: 5, author: 3, topic: 2, organization: 2, reader: 3 };
/** Completions of the last word. */
const COMPLETIONS = 8;

/** Returns suggestions for a typed text: papers by title, and names with this beginning. */
export async function suggest(typed: string, on: Executor = db()): Promise<Suggestion[]> {
  const text = normalized(typed.slice(0, LONGEST));
  if (text.length < SHORTEST) return [];
  const [authors, organizations, readers, papers] = await Promise.all([
    listAuthorsBeginning(wordsOf(text), MOST.author, on),
    listOrganizationsBeginning(text, MOST.organization, on),
    listReadersBeginning(
      typed
        .replace(/\p{Cc}/gu, '')
        .trim()
        .replace(/^@/, ''),
      MOST.reader,
      on,
    ),
    suggestPapers(wordsOf(text), on),
  ]);
  return [
    ...topicsLike(typed.trim().toLowerCase(), text),
    ...authors.map((name) => ({ kind: 'author' as const, label: name, href: authorSearch(name) })),
    ...organizations.map(({ slug, name }) => ({
      kind: 'organization' as const,
      label: name,
      href: organizationPath(slug),
    })),
    ...readers.map(({ handle, name }) => ({
      kind: 'reader' as const,
      label: name ? `@${handle} (${name})` : `@${handle}`,
      href: profilePath(handle),
    })),
    ...papers,
  ];
}

function topicsLike(typed: string, text: string): Suggestion[] {
  return CATEGORIES.filter((topic) => {
    const name = normalized(categoryName(topic) ?? '');
    return (
      topic.toLowerCase().startsWith(typed) || name.startsWith(text) || name.includes(` ${text}`)
    );
  })
    .slice(0, MOST.topic)
    .map((topic) => ({
      kind: 'topic' as const,
      label: `${categoryName(topic)} (${topic})`,
      href: `/topics/${topic}`,
    }));
}

/** Returns papers whose titles have all the words; the last one is a prefix. */
async function suggestPapers(words: string[], on: Executor): Promise<Suggestion[]> {
  const beginning = words.at(-1) ?? '';
  const completed = [beginning, ...(await completeWord(beginning, COMPLETIONS, on))];
  const whole = words.slice(0, -1);
  const stems = await stemWords([...whole, ...completed], on);
  // A complete stop word is ignored, even if other words start with it.
  const last = stems[whole.length]?.length ? stems.slice(whole.length).flat() : [];
  const groups = [...whole.map((_, at) => stems[at] ?? []), [...new Set(last)]].filter(
    (group) => group.length > 0,
  );
  if (groups.length === 0) return [];
  const postings = new Postings(await IndexReader.open(on));
  await postings.read(groups.flat());
  const inTitle = (term: string) =>
    postings.of(term).map((one) => one.filter((_, packed) => ((packed >>> 16) & 15) > 0));
  const within = groups
    .map((group) => PaperSet.of(group.flatMap(inTitle)))
    .reduce((all, set) => all.and(set));
  const scores = new Scores(1);
  for (const term of groups.flat()) {
    const weight = rarity(postings.papers(term), 1e7);
    for (const one of postings.of(term)) scores.add(one, weight);
  }
  const ids = scores.best(MOST.paper, within).map(({ id }) => id);
  const titles = await listTitles(ids, on);
  return titles.map(({ slug, title }) => ({
    kind: 'paper' as const,
    label: plainText(title),
    href: paperPath(slug),
  }));
}

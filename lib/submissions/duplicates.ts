import type { Executor } from '@/db/client';
import { type Likeness, listDuplicates } from '@/db/queries/duplicates';
import { foldLetters } from '@/lib/base/fold-letters';
import { isSuffix } from '@/lib/papers/names';
import type { SourceId } from '@/lib/papers/sources';
import type { Duplicate } from './types';

const DOI_SOURCES = ['doi', 'biorxiv', 'medrxiv'];

/** Returns the identifiers, title and authors to find duplicates by. */
export function likenessOf(facts: {
  self: SourceId;
  title: string;
  doi: string | null;
  related: SourceId[];
  except?: number;
}): Likeness {
  const { self, title, doi, related, except } = facts;
  const ids = [self, ...related];
  const dois = [
    ...new Set([
      ...(doi ? [doi.toLowerCase()] : []),
      ...ids.filter(({ source }) => DOI_SOURCES.includes(source)).map(({ id }) => id.toLowerCase()),
    ]),
  ];
  return {
    title,
    dois,
    ids: [
      ...ids.map(({ source, id }) => ({ source, externalId: id })),
      ...dois.flatMap((externalId) => DOI_SOURCES.map((source) => ({ source, externalId }))),
    ],
    except,
  };
}

/**
 * Returns likely duplicates here: papers with a common identifier, or with the same title and one
 * of the first authors. With `listedOnly`, papers on no feed are skipped.
 */
export async function findDuplicates(
  likeness: Likeness,
  firstAuthors: string[],
  options: { listedOnly?: boolean; on?: Executor } = {},
): Promise<(Duplicate & { id: number })[]> {
  const found = await listDuplicates(likeness, options.on);
  return found
    .filter((duplicate) => duplicate.certain || sharesAuthor(duplicate, firstAuthors))
    .filter((duplicate) => duplicate.listed || !options.listedOnly)
    .map(({ id, slug, title, source, authors, listed, publishedAt }) => ({
      id,
      slug,
      title,
      source,
      authors,
      listed,
      publishedAt: publishedAt.toISOString(),
    }));
}

/**
 * Compares family names, because sources abbreviate given names; without any names, the title
 * decides.
 */
function sharesAuthor({ authors }: { authors: string[] }, others: string[]): boolean {
  if (authors.length === 0 || others.length === 0) return true;
  const names = new Set(others.slice(0, 3).map(familyName));
  return authors.some((name) => names.has(familyName(name)));
}

const lastName = (name: string): string | undefined => {
  const words = name.trim().split(/\s+/);
  return words.length > 2 && isSuffix(words.at(-1) ?? '') ? words.at(-2) : words.at(-1);
};

const familyName = (name: string): string =>
  foldLetters((name.includes(',') ? name.split(',')[0] : lastName(name)) ?? '').replace(
    /[^\p{L}]/gu,
    '',
  );

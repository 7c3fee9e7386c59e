import { z } from 'zod';
import { isGroupName, isSuffix, printedName } from '@/lib/papers/names';
import { parseSource } from '@/lib/papers/sources';
import { biorxivLine, biorxivText } from './biorxiv-text';
import { BrokenRecord, toSourceFacts } from './record';
import { isoTime } from './text';
import type { SourceFacts } from './types';

/**
 * The response of https://api.biorxiv.org/ to /details/SERVER/DOI/na/json: each version of a
 * preprint.
 */
const answer = z.object({
  messages: z.array(z.object({ status: z.string().optional() }).loose()).default([]),
  collection: z
    .array(
      z.object({
        doi: z.string(),
        title: z.string(),
        authors: z.string().default(''),
        date: z.string(),
        version: z.coerce.number().int().min(1).max(999).catch(1),
        type: z.string().default(''),
        category: z.string().default(''),
        abstract: z.string().default(''),
        published: z.string().default('NA'),
      }),
    )
    .default([]),
});

/** Returns the newest version; null if the server does not have the preprint. */
export function readBiorxiv(
  json: unknown,
  source: 'biorxiv' | 'medrxiv',
  id: string,
): SourceFacts | null {
  const parsed = answer.safeParse(json);
  if (!parsed.success) throw new BrokenRecord(`no preprint of ${source}`);
  const versions = parsed.data.collection
    .filter((each) => each.doi.toLowerCase() === id)
    .sort((one, other) => one.version - other.version);
  const [first] = versions;
  const last = versions.at(-1);
  if (!first || !last) return null;
  const journal = parseSource(last.published);
  return toSourceFacts(
    {
      source,
      externalId: id,
      version: last.version,
      title: biorxivLine(last.title),
      abstract: biorxivText(last.abstract),
      authors: last.authors.split(';').map(inOrder).filter(Boolean),
      publishedAt: isoTime(first.date),
      revisedAt: last === first ? null : isoTime(last.date),
      categories: topicOf(last.category, source),
      doi: id,
      withdrawn: /withdrawn/i.test(last.type) || /^\W*withdrawn\b/i.test(last.title),
    },
    journal && journal.source !== 'web' ? [journal] : [],
  );
}

/** "Smith, J. A., Jr." becomes "J. A. Smith Jr."; the name of a group stays as it is. */
function inOrder(name: string): string {
  if (isGroupName(name)) return name.trim().replace(/[,\s]+$/, '');
  const [family = '', ...rest] = name.split(',').map((part) => part.trim());
  const suffix = rest.find(isSuffix) ?? '';
  return printedName(rest.filter((part) => !isSuffix(part)).join(' '), family, suffix);
}

const TOPICS: Record<string, string> = {
  biochemistry: 'q-bio.BM',
  biophysics: 'physics.bio-ph',
  bioinformatics: 'q-bio.QM',
  'cancer biology': 'q-bio.TO',
  'cell biology': 'q-bio.CB',
  'developmental biology': 'q-bio.TO',
  ecology: 'q-bio.PE',
  epidemiology: 'q-bio.PE',
  'evolutionary biology': 'q-bio.PE',
  genetics: 'q-bio.GN',
  genomics: 'q-bio.GN',
  'molecular biology': 'q-bio.BM',
  neuroscience: 'q-bio.NC',
  neurology: 'q-bio.NC',
  'systems biology': 'q-bio.MN',
};

/** Returns the closest of our topics to a category of the server. */
const topicOf = (category: string, source: string): string[] => [
  TOPICS[category.toLowerCase()] ?? (source === 'biorxiv' ? 'q-bio.OT' : 'q-bio.QM'),
];

import { z } from 'zod';
import { findPaperByKey, type PaperKey } from '@/db/queries/api-papers';
import { type Refusal, refuse } from '@/lib/base/errors';
import { exactText } from '@/lib/base/input-text';
import { parseArxivId } from '@/lib/identifiers/arxiv';
import { SLUG } from '@/lib/papers/paths';
import { readObjectId } from './object-id';

/** `{id}` of an address. Old identifiers may contain their slash. */
export const paperParam = z.object({
  id: exactText()
    .min(1)
    .max(100)
    .describe('An arXiv identifier (`2407.21783`, `hep-th/9901001`), or our own.')
    .meta({ examples: ['2407.21783'] }),
});

/**
 * Returns the key to look up a paper; null if it is malformed. A rewrite encodes the slash as `~`.
 */
export function paperKey(text: string): PaperKey | null {
  const bare = text.replace('~', '/');
  const id = readObjectId('paper', bare) ?? readObjectId('discussion', bare);
  if (id !== null) return { id };
  const slug = parseArxivId(bare)?.id ?? bare;
  return SLUG.test(slug) ? { slug } : null;
}

export const noPaper = (): Refusal => refuse('not_found', { message: 'Paper not found' });

export async function findPaper(text: string): Promise<{ id: number; slug: string } | null> {
  const key = paperKey(text);
  return key && findPaperByKey(key);
}

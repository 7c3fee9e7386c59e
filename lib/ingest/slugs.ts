import { randomInt } from 'node:crypto';
import { SLUG } from '@/lib/papers/paths';
import type { PaperRecord } from './types';

/** Returns the arXiv id, or `x` and seven random letters and digits for other papers. */
export function newSlug({
  source,
  externalId,
}: Pick<PaperRecord, 'source' | 'externalId'>): string {
  if (source === 'arxiv' && SLUG.test(externalId)) return externalId;
  return `x${randomInt(36 ** 7)
    .toString(36)
    .padStart(7, '0')}`;
}

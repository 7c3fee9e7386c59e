import { differences, type Piece } from '@/lib/base/text-diff';
import type { PaperVersion } from './types';

type Known = { version: number; at: string; title: string | null; abstract: string | null };

/**
 * Returns versions from the first on, each compared with the nearest earlier one with a stored
 * text.
 */
export function compareVersions(known: Known[]): PaperVersion[] {
  let before: { title: string; abstract: string } | null = null;
  return known.map(({ version, at, title, abstract }) => {
    if (title === null || abstract === null) return { version, releasedAt: at, text: null };
    const text = {
      title: before ? differences(before.title, title) : whole(title),
      abstract: before ? differences(before.abstract, abstract) : whole(abstract),
      compared: before !== null,
    };
    before = { title, abstract };
    return { version, releasedAt: at, text };
  });
}

const whole = (text: string): Piece[] => [{ text, change: 'same' }];

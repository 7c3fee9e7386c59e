import { foldLetters } from '@/lib/base/fold-letters';
import { handle } from './schema';

/**
 * Proposes valid handles to a new user, from the name and the local part of the address; best
 * first.
 */
export function proposeHandles(name: string | null, email: string | null): string[] {
  const words = plainWords(name ?? '');
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : ''];
  const [local = ''] = (email ?? '').split('@');
  const bases = [
    words.join('-'),
    first && last ? `${first}-${last}` : '',
    last ? `${first.slice(0, 1)}${last}` : '',
    plainWords(local.replace(/\+.*$/, '')).join('-'),
    first,
    last,
  ].map((base) => base.slice(0, 26).replace(/-+$/, ''));
  const numbered = [2, 3, 7].flatMap((n) => bases.map((base) => (base ? `${base}${n}` : '')));
  const proposals = [...bases, ...numbered].filter((base) => handle.safeParse(base).success);
  return [...new Set(proposals)];
}

/** Removes accents; drops words without a letter in a to z. */
const plainWords = (text: string): string[] =>
  foldLetters(text)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);

/** Returns a message why a handle was refused. */
export function handleProblem(wanted: string, reason: string): string {
  const read = handle.safeParse(wanted);
  if (!read.success) return read.error.issues[0]?.message ?? 'This handle cannot be used.';
  return reason === 'taken' ? `“${read.data}” is taken. Pick another one.` : 'Try again.';
}

import type { Segment } from '@/lib/markup/latex';

/** A segment, and for a formula the punctuation marks that follow it. */
export type Tied = Segment & { marks?: string };

/**
 * Moves punctuation after an inline formula to the formula, because a line can break after any
 * MathML, and a line must not start with a comma.
 */
export function tieMarks(segments: readonly Segment[]): Tied[] {
  const tied: Tied[] = [];
  for (const segment of segments) {
    const before = tied.at(-1);
    const marks =
      before?.kind === 'formula' && !before.display && segment.kind === 'text'
        ? (/^[,.;:!?)\]’”%]+/.exec(segment.text)?.[0] ?? '')
        : '';
    if (!before || !marks || segment.kind !== 'text') {
      tied.push(segment);
      continue;
    }
    tied[tied.length - 1] = { ...before, marks };
    const text = segment.text.slice(marks.length);
    if (text) tied.push({ ...segment, text });
  }
  return tied;
}

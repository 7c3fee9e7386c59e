import type { Piece } from '@/lib/base/text-diff';

const PIECES = {
  same: 'span',
  added: 'ins',
  removed: 'del',
} as const;

/** A text diff: additions and deletions. */
export function Changes({ pieces }: { pieces: Piece[] }) {
  return pieces.map(({ text, change }, i) => {
    const Piece = PIECES[change];
    return (
      <Piece
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, on the server
        key={i}
        className={
          change === 'added'
            ? 'bg-success-soft text-success'
            : change === 'removed'
              ? 'bg-danger-soft text-danger'
              : undefined
        }
      >
        {text}
      </Piece>
    );
  });
}

'use client';

import { useState } from 'react';
import { REACTION_NAMES, REACTIONS, type Reaction } from '@/lib/comments/reaction-kinds';

type Props = {
  reactions: { reaction: Reaction; count: number; mine: boolean }[];
  /** Null if the viewer cannot react. */
  onReact: ((reaction: Reaction, on: boolean) => void) | null;
  /** Where a visitor signs in first; null if that would not help. */
  signInPath: string | null;
};

export const control = 'rounded-sm py-0.5 text-muted text-sm quiet-link';
const pill =
  'inline-flex min-h-7 items-center gap-1 rounded-full border border-line px-2 text-sm tabular-nums enabled:hover:border-accent aria-pressed:border-accent aria-pressed:bg-accent-soft disabled:cursor-default';

/**
 * The reactions of a comment and the control that adds one. A visitor gets a link of the same size:
 * the controls beside it must not move when the page learns who is signed in.
 */
export function ReactionBar({ reactions, onReact, signInPath }: Props) {
  const [choosing, setChoosing] = useState(false);
  const given = new Map(reactions.map((one) => [one.reaction, one]));
  const shown = REACTION_NAMES.filter((name) => choosing || (given.get(name)?.count ?? 0) > 0);
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      {shown.map((name) => {
        const { count = 0, mine = false } = given.get(name) ?? {};
        const { symbol, label } = REACTIONS[name];
        return (
          <button
            key={name}
            type="button"
            className={pill}
            title={label}
            aria-pressed={mine}
            aria-label={`${label}, ${count}`}
            disabled={!onReact}
            onClick={() => {
              setChoosing(false);
              onReact?.(name, !mine);
            }}
          >
            <span aria-hidden="true">{symbol}</span>
            {count > 0 ? count : null}
          </button>
        );
      })}
      {onReact ? (
        <button
          type="button"
          aria-expanded={choosing}
          className={control}
          onClick={() => setChoosing(!choosing)}
        >
          React
        </button>
      ) : signInPath ? (
        <a href={signInPath} rel="nofollow" className={control}>
          React
        </a>
      ) : null}
    </span>
  );
}

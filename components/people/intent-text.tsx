import { MathText } from '@/components/papers/math-text';

type Props = { start: string; act: string; what: string };

/** "Sign in to upvote *SlimFlow*" */
export function IntentText({ start, act, what }: Props) {
  return (
    <>
      {start} {act}{' '}
      <em className="font-serif">
        <MathText text={what} />
      </em>
    </>
  );
}

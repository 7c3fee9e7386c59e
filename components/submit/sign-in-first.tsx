import { buttonClass } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { submitPath } from '@/lib/submissions/paths';
import { submissionProblem } from '@/lib/submissions/words';

type Props = {
  viewer: { handle: string | null; banned: boolean } | null;
  /** What was pasted, which is there again afterwards. */
  text: string;
};

/** For those who may not submit yet, with the way to it. */
export function SignInFirst({ viewer, text }: Props) {
  if (viewer?.banned) return <Notice kind="caution">{submissionProblem('banned')}</Notice>;
  const from = encodeURIComponent(submitPath({ text }));
  return (
    <div className="space-y-4">
      <p>
        {viewer
          ? 'Pick a handle first: it stands beside what you submit.'
          : 'Sign in to submit a paper. You come back here afterwards.'}
      </p>
      <a
        href={viewer ? `/welcome?from=${from}` : `/sign-in?from=${from}`}
        className={buttonClass({ variant: 'primary' })}
      >
        {viewer ? 'Pick a handle' : 'Sign in'}
      </a>
    </div>
  );
}

import { Notice } from '@/components/ui/notice';
import { submitPath } from '@/lib/submissions/paths';
import { submissionProblem } from '@/lib/submissions/words';

type Props = {
  viewer: { handle: string | null; banned: boolean } | null;
  /** What was pasted, which is there again afterwards. */
  text: string;
};

/** What stands between this viewer and submitting, with the way to it. */
export function SignInFirst({ viewer, text }: Props) {
  if (viewer?.banned) return <Notice kind="caution">{submissionProblem('banned')}</Notice>;
  const from = encodeURIComponent(submitPath({ text }));
  return (
    <Notice>
      <a href={viewer ? `/welcome?from=${from}` : `/sign-in?from=${from}`} className="underline">
        {viewer ? 'Pick a handle' : 'Sign in'}
      </a>{' '}
      to submit a paper. You come back here afterwards.
    </Notice>
  );
}

import { Notice } from '@/components/ui/notice';

type Props = {
  viewer: { handle: string | null } | null;
  /** The page to come back to. */
  from: string;
  /** What for, after "to". */
  purpose: string;
};

/** What stands between this viewer and a page of their own, with the way to it. */
export function MemberFirst({ viewer, from, purpose }: Props) {
  return (
    <Notice>
      <a
        href={`/${viewer ? 'welcome' : 'sign-in'}?from=${encodeURIComponent(from)}`}
        className="text-link"
      >
        {viewer ? 'Choose a handle' : 'Sign in'}
      </a>{' '}
      to {purpose}. You come back here afterwards.
    </Notice>
  );
}

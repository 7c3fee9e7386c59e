import { Notice } from '@/components/ui/notice';

type Props = {
  viewer: { handle: string | null } | null;
  /** Page to return to. */
  from: string;
  /** Purpose of signing in, as in "to follow a topic". */
  purpose: string;
};

/** Asks the viewer to sign in or choose a handle before using a page. */
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

import { pageTitle } from '@/components/layout/page-shell';
import { Badge } from '@/components/ui/badge';
import { Notice } from '@/components/ui/notice';
import { formatDate } from '@/lib/papers/dates';
import { hostLabel } from '@/lib/papers/links';
import type { Profile } from '@/lib/profiles/types';
import { Face } from './face';
import { ProfileActions } from './profile-actions';

const ROLES = { member: null, moderator: 'Moderator', admin: 'Administrator' };

/**
 * A profile's header. Name, bio and links are untrusted: rendered as text and http(s) links only.
 */
export function ProfileHeader({ profile, timeZone }: { profile: Profile; timeZone: string }) {
  const { handle, name, picture, bio, links, orcid, role, banned, memberSince } = profile;
  return (
    <header className="mb-5">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <Face
          handle={handle}
          picture={picture}
          className="block size-16! shrink-0 overflow-hidden rounded-full"
        />
        <div className="min-w-0 grow basis-48">
          <h1 className={pageTitle}>
            <bdi>{name ?? `@${handle}`}</bdi>
          </h1>
          <p className="flex flex-wrap items-center gap-x-2 text-muted text-sm">
            {name ? <span>@{handle}</span> : null}
            {ROLES[role] ? <Badge kind="accent">{ROLES[role]}</Badge> : null}
            <span>
              Joined <time dateTime={memberSince}>{formatDate(memberSince, timeZone)}</time>
            </span>
          </p>
        </div>
        <div className="screen-only flex flex-wrap gap-2">
          <ProfileActions handle={handle} />
        </div>
      </div>
      {banned ? (
        <div className="mt-3 max-w-prose">
          <Notice kind="caution" title="This account is banned.">
            It can’t post, and its upvotes don’t count.
          </Notice>
        </div>
      ) : null}
      {bio ? (
        <p dir="auto" className="mt-3 max-w-prose whitespace-pre-line [overflow-wrap:anywhere]">
          {bio}
        </p>
      ) : null}
      {links.length > 0 || orcid ? (
        <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {orcid ? (
            <li>
              <a
                href={`https://orcid.org/${orcid.id}`}
                rel="nofollow ugc noopener"
                className="text-link"
              >
                ORCID {orcid.id}
              </a>{' '}
              <span className="text-muted">
                {orcid.verified ? '(confirmed by signing in there)' : '(not verified)'}
              </span>
            </li>
          ) : null}
          {links.map((link) => (
            <li key={link} className="min-w-0">
              <a
                href={link}
                rel="nofollow ugc noopener"
                title={link}
                className="text-link [overflow-wrap:anywhere]"
              >
                {linkLabel(link)}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </header>
  );
}

/** Returns the host and path of an address, without the scheme. */
function linkLabel(address: string): string {
  const { pathname } = new URL(address);
  const label = hostLabel(address) + (pathname === '/' ? '' : pathname);
  return label.length > 50 ? `${label.slice(0, 49)}…` : label;
}

import { PageHeading } from '@/components/layout/page-shell';
import { FeedTabs } from '@/components/papers/feed-tabs';
import { FollowButton } from '@/components/people/follow-button';
import { buttonClass } from '@/components/ui/button';
import {
  type OrganizationOrder,
  organizationManagePath,
  organizationPath,
} from '@/lib/organizations/paths';
import type { Organization, OrganizationMember } from '@/lib/organizations/types';
import { hostLabel } from '@/lib/papers/links';
import { profilePath } from '@/lib/people/paths';

type Props = {
  organization: Organization;
  /** Those who are named. */
  members: OrganizationMember[];
  order: OrganizationOrder;
};

/** What an organization is, who belongs to it, and the orders that its papers come in. */
export function OrganizationHead({ organization, members, order }: Props) {
  const { slug, name, description, links } = organization;
  const unnamed = organization.members - members.length;
  return (
    <div className="mb-4 space-y-3">
      <PageHeading
        hint={countWords(organization)}
        aside={
          <div className="flex items-center gap-2">
            <FollowButton
              kind="organization"
              value={slug}
              label={name}
              from={organizationPath(slug)}
            />
            <a
              href={organizationManagePath(slug)}
              rel="nofollow"
              className={buttonClass({ size: 'sm' })}
            >
              Belong to it?
            </a>
          </div>
        }
      >
        <span className="[overflow-wrap:anywhere]">{name}</span>
      </PageHeading>
      {description ? (
        <p dir="auto" className="max-w-prose whitespace-pre-wrap [overflow-wrap:anywhere]">
          {description}
        </p>
      ) : null}
      {links.length > 0 ? (
        <ul className="flex flex-wrap gap-2">
          {links.map((link) => (
            <li key={link}>
              <a href={link} rel="nofollow ugc noopener" className={buttonClass({ size: 'sm' })}>
                {hostLabel(link)}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {organization.members > 0 ? (
        <div className="text-sm">
          <h2 className="font-semibold text-muted">Members</h2>
          <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
            {members.map(({ handle, name: called, administrator }) => (
              <li key={handle} className="[overflow-wrap:anywhere]">
                <a href={profilePath(handle)} title={called ?? undefined} className="text-link">
                  @{handle}
                </a>
                {administrator ? <span className="text-muted"> (manages it)</span> : null}
              </li>
            ))}
            {unnamed > 0 ? (
              <li className="text-muted">
                {members.length > 0 ? 'and ' : ''}
                {unnamed} who {unnamed === 1 ? 'is' : 'are'} not named
              </li>
            ) : null}
          </ul>
        </div>
      ) : null}
      <FeedTabs
        label={`Papers of ${name}`}
        tabs={[
          { label: 'Trending', href: organizationPath(slug), current: order === 'trending' },
          { label: 'New', href: organizationPath(slug, 'new'), current: order === 'new' },
        ]}
      />
    </div>
  );
}

const countWords = ({ papers, members }: Organization): string =>
  [
    papers === 1 ? '1 paper' : `${papers} papers`,
    ...(members > 0 ? [members === 1 ? '1 member' : `${members} members`] : []),
  ].join(', ');

import { PageHeading } from '@/components/layout/page-shell';
import { FeedTabs } from '@/components/papers/feed-tabs';
import { FollowButton } from '@/components/people/follow-button';
import { MemberNames } from '@/components/people/member-names';
import { peopleWords } from '@/components/people/people-words';
import { SubscribeMenu } from '@/components/syndication/subscribe-menu';
import { buttonClass } from '@/components/ui/button';
import {
  type OrganizationOrder,
  organizationManagePath,
  organizationPath,
} from '@/lib/organizations/paths';
import type { Organization, OrganizationMember } from '@/lib/organizations/types';
import { hostLabel } from '@/lib/papers/links';
import { OrganizationLogo } from './organization-logo';

type Props = {
  organization: Organization;
  /** Members whose membership is public. */
  members: OrganizationMember[];
  order: OrganizationOrder;
};

/** An organization's description, its members, and tabs for the order of its papers. */
export function OrganizationHead({ organization, members, order }: Props) {
  const { slug, name, description, links, picture } = organization;
  return (
    <div className="mb-4 space-y-3">
      <PageHeading
        picture={picture ? <OrganizationLogo picture={picture.hash} name={name} large /> : null}
        hint={countWords(organization)}
        aside={
          <>
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
            <SubscribeMenu source={{ kind: 'organization', slug: slug.toLowerCase() }} />
          </>
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
          <MemberNames
            members={members.map(({ handle, name: called, administrator }) => ({
              handle,
              name: called,
              part: administrator ? 'manages it' : null,
            }))}
            unnamed={organization.members - members.length}
          />
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
    ...(members > 0 ? [peopleWords(members)] : []),
  ].join(', ');

import type { Metadata } from 'next';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { OrganizationLogo } from '@/components/organizations/organization-logo';
import { MemberFirst } from '@/components/people/member-first';
import { PictureChoice } from '@/components/pictures/picture-choice';
import { Button } from '@/components/ui/button';
import { NameFields } from '@/components/ui/name-fields';
import { Notice } from '@/components/ui/notice';
import { Outcome } from '@/components/ui/outcome';
import { listOwnOrganizations, listTopOrganizations } from '@/lib/organizations/data';
import { LOGO_HINT, organizationProblem } from '@/lib/organizations/messages';
import {
  organizationManagePath,
  organizationPath,
  organizationsPath,
} from '@/lib/organizations/paths';
import { ORGANIZATION_LIMITS } from '@/lib/organizations/schema';
import { formatCount } from '@/lib/papers/dates';
import { pictureWords } from '@/lib/pictures/messages';
import { formPath } from '@/lib/registry/form-path';
import { param } from '@/lib/sign-in/page';
import { getViewer } from '@/lib/web/session';

export const metadata: Metadata = { title: 'Organizations' };

/** Organizations by paper count, the viewer's own, and the form that creates one. */
export default async function OrganizationsPage({ searchParams }: PageProps<'/orgs'>) {
  const params = await searchParams;
  const viewer = await getViewer();
  const member = viewer?.handle && !viewer.banned ? viewer : null;
  const [all, own] = await Promise.all([
    listTopOrganizations(),
    member ? listOwnOrganizations(member) : [],
  ]);
  const error = param(params, 'error');
  const pictureProblem = pictureWords(param(params, 'picture'));
  return (
    <PageShell>
      <PageHeading hint="Labs, universities and companies that papers name">
        Organizations
      </PageHeading>
      {error ? (
        <div className="mb-4">
          <Outcome error={pictureProblem || organizationProblem(param(params, 'about'), error)} />
        </div>
      ) : null}
      {own.length > 0 ? (
        <section aria-labelledby="own" className="mb-8">
          <h2 id="own" className="font-semibold">
            Yours
          </h2>
          <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
            {own.map(({ slug, name, administrator }) => (
              <li key={slug}>
                <a href={organizationManagePath(slug)} className="text-link">
                  {name}
                </a>
                {administrator ? (
                  <span className="text-muted text-sm"> (you manage it)</span>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section aria-labelledby="all">
        <h2 id="all" className="font-semibold">
          By papers
        </h2>
        {all.length === 0 ? <p className="mt-1 text-muted">None so far.</p> : null}
        <ul className="mt-2 grid gap-x-6 gap-y-2 sm:grid-cols-2">
          {all.map(({ slug, name, papers, picture }) => (
            <li key={slug} className="flex min-w-0 items-start gap-2">
              <OrganizationLogo picture={picture} name={name} />
              <p className="min-w-0 [overflow-wrap:anywhere]">
                <a href={organizationPath(slug)} className="text-link">
                  {name}
                </a>{' '}
                <span className="whitespace-nowrap text-muted text-sm">
                  {papers === 1 ? '1 paper' : `${formatCount(papers)} papers`}
                </span>
              </p>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="make" className="mt-8 max-w-md">
        <h2 id="make" className="mb-2 font-semibold">
          Make one
        </h2>
        {member ? (
          <form
            method="post"
            action={formPath('organizations/createOrganization')}
            encType="multipart/form-data"
            className="space-y-4"
          >
            <NameFields
              name={param(params, 'name')}
              description={param(params, 'description')}
              limits={ORGANIZATION_LIMITS}
            />
            <PictureChoice picture={null} problem={pictureProblem} hint={LOGO_HINT} />
            <Button type="submit" variant="primary">
              Make an organization
            </Button>
          </form>
        ) : viewer?.banned ? (
          <Notice kind="caution">This account is read-only.</Notice>
        ) : (
          <MemberFirst viewer={viewer} from={organizationsPath()} purpose="make an organization" />
        )}
      </section>
    </PageShell>
  );
}

import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { PageLinks } from '@/components/layout/page-links';
import { PageShell } from '@/components/layout/page-shell';
import { OrganizationHead } from '@/components/organizations/organization-head';
import { ReaderFeed } from '@/components/papers/reader-feed';
import { getOrganizationPage } from '@/lib/organizations/data';
import { organizationPath } from '@/lib/organizations/paths';
import { inTitle } from '@/lib/site/title';
import { alternates } from '@/lib/syndication/metadata';

type Props = PageProps<'/feed/organization/[slug]/[order]/[page]'>;

const PLACEHOLDER = 'placeholder';

export const generateStaticParams = () => [{ slug: PLACEHOLDER, order: 'trending', page: '1' }];

const orderOf = (order: string) => (order === 'new' ? 'new' : 'trending');

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, order, page } = await params;
  const found =
    slug === PLACEHOLDER ? null : await getOrganizationPage(slug, orderOf(order), Number(page));
  if (!found) return {};
  const { organization } = found;
  return {
    title: inTitle(`Papers of ${organization.name}${page === '1' ? '' : `, page ${page}`}`),
    description: organization.description.slice(0, 200) || undefined,
    alternates: alternates(organizationPath(organization.slug, orderOf(order), Number(page)), {
      source: { kind: 'organization', slug: organization.slug.toLowerCase() },
      title: `Papers of ${organization.name}`,
    }),
  };
}

export default async function OrganizationPage({ params }: Props) {
  const { slug, order: given, page } = await params;
  if (slug === PLACEHOLDER) return null;
  const order = orderOf(given);
  const canonical = slug.toLowerCase();
  const found = await getOrganizationPage(canonical, order, Number(page));
  if (found && slug !== canonical) redirect(organizationPath(slug, order, Number(page)));
  if (!found || (found.papers.papers.length === 0 && found.papers.page > 1)) notFound();
  const { organization, members, papers } = found;
  return (
    <PageShell>
      <OrganizationHead organization={organization} members={members} order={order} />
      {papers.papers.length === 0 ? (
        <p className="py-8 text-muted">
          No paper names it so far. Who submits one can, and so can its verified authors, on the
          paper’s page.
        </p>
      ) : (
        <ReaderFeed papers={papers.papers} byRate={order === 'trending'} renderNote={() => null} />
      )}
      <PageLinks
        path={(to) => organizationPath(organization.slug, order, to)}
        page={papers.page}
        more={papers.more}
      />
    </PageShell>
  );
}

import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { PageShell } from '@/components/layout/page-shell';
import { ProfileHeader } from '@/components/people/profile-header';
import { ProfileOverview } from '@/components/people/profile-overview';
import { ProfilePart } from '@/components/people/profile-part';
import { ProfileTabs, SECTION_WORDS } from '@/components/people/profile-tabs';
import { getProfile, getProfileOverview, getProfilePart } from '@/lib/profiles/data';
import { PROFILE_SECTIONS, profilePath } from '@/lib/profiles/paths';
import { site } from '@/lib/site/site';
import { inTitle } from '@/lib/site/title';
import { alternates } from '@/lib/syndication/metadata';

type Props = PageProps<'/feed/reader/[handle]/[section]/[page]'>;

/** Not a valid handle. */
const PLACEHOLDER = '-';

export const generateStaticParams = () => [{ handle: PLACEHOLDER, section: 'overview', page: '1' }];

/** Returns what the address asks for and its canonical form; null if no user has the handle. */
async function open({ params }: Props) {
  const { handle, section: asked, page } = await params;
  const profile = handle === PLACEHOLDER ? null : await getProfile(handle);
  if (!profile) return null;
  const section = PROFILE_SECTIONS.find((known) => known === asked.toLowerCase()) ?? 'overview';
  const path = profilePath(profile.handle, section, Number(page));
  return { profile, section, page: Number(page), path, moved: handle !== profile.handle };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await open(props);
  if (!found) return {};
  const { profile, section, page, path } = found;
  const who = profile.name ? `${profile.name} (@${profile.handle})` : `@${profile.handle}`;
  const part = section === 'overview' ? '' : `: ${SECTION_WORDS[section].toLowerCase()}`;
  return {
    title: inTitle(`${who}${part}${page > 1 ? `, page ${page}` : ''}`),
    alternates:
      profile.banned || profile.votesPrivate
        ? { canonical: path }
        : alternates(path, {
            source: { kind: 'reader', handle: profile.handle },
            title: `Upvoted by @${profile.handle}`,
          }),
    ...(profile.banned ? { robots: { index: false } } : {}),
  };
}

export default async function ReaderPage(props: Props) {
  if ((await props.params).handle === PLACEHOLDER) return null;
  const found = await open(props);
  if (!found) notFound();
  const { profile, section, page, path, moved } = found;
  if (moved) redirect(path);
  const { timeZone } = site();
  const part = section === 'overview' ? null : await getProfilePart(profile, section, page);
  if (part && page > 1 && part.papers.length + part.comments.length + part.collections.length === 0)
    notFound();
  return (
    <PageShell>
      <ProfileHeader profile={profile} timeZone={timeZone} />
      <ProfileTabs profile={profile} section={section} />
      {part && section !== 'overview' ? (
        <ProfilePart profile={profile} section={section} part={part} timeZone={timeZone} />
      ) : (
        <ProfileOverview
          profile={profile}
          overview={await getProfileOverview(profile)}
          timeZone={timeZone}
        />
      )}
    </PageShell>
  );
}

import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PageHeading, PageShell } from '@/components/layout/page-shell';
import { HandleForm } from '@/components/people/handle-form';
import { Notice } from '@/components/ui/notice';
import { param } from '@/lib/auth/page';
import { returnPath, withReturn } from '@/lib/auth/return-path';
import { getViewer } from '@/lib/auth/session';
import { handleProblem } from '@/lib/people/handles';
import { suggestHandles } from '@/lib/people/service';
import { site } from '@/lib/site/site';

export const metadata: Metadata = { title: 'Pick a handle', robots: { index: false } };

export default async function WelcomePage({ searchParams }: PageProps<'/welcome'>) {
  const params = await searchParams;
  const from = returnPath(param(params, 'from'));
  const viewer = await getViewer();
  if (!viewer) redirect(withReturn('/sign-in', from));
  if (viewer.handle) redirect(from);
  const suggestions = await suggestHandles({ viewer });
  const wanted = param(params, 'handle').slice(0, 40);
  return (
    <PageShell width="form">
      <PageHeading hint="It stands beside what you submit and write.">
        Welcome to {site().name}
      </PageHeading>
      {viewer.banned ? (
        <Notice kind="danger">This account may read, but not write.</Notice>
      ) : (
        <HandleForm
          from={from}
          wanted={wanted || suggestions[0] || ''}
          suggestions={suggestions}
          error={wanted ? handleProblem(wanted, param(params, 'error')) : undefined}
        />
      )}
    </PageShell>
  );
}

import type { Metadata } from 'next';
import { ActForm } from '@/components/moderation/act-form';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { moderateReaderPath } from '@/lib/moderation/paths';
import { isModerator } from '@/lib/moderation/policy';
import { listRequests } from '@/lib/organizations/data';
import { ORGANIZATION_REQUESTS_PATH, organizationPath } from '@/lib/organizations/paths';
import { formatDate } from '@/lib/papers/dates';
import { formPath } from '@/lib/registry/form-path';
import { param } from '@/lib/sign-in/page';
import { site } from '@/lib/site/site';
import { getViewer } from '@/lib/web/session';
import { DeskPage } from '../desk-page';

export const metadata: Metadata = { title: 'Organizations', robots: { index: false } };

type Props = PageProps<'/moderation/organizations'>;

export default async function OrganizationRequestsPage({ searchParams }: Props) {
  if (!isModerator(await getViewer())) return null;
  const params = await searchParams;
  const requests = await listRequests();
  const at = param(params, 'at');
  const day = (date: Date) => formatDate(date.toISOString(), site().timeZone);
  return (
    <DeskPage
      title="Organizations"
      hint="Readers who ask to manage an organization that nobody here manages"
      at={ORGANIZATION_REQUESTS_PATH}
      done={param(params, 'done')}
      error={param(params, 'error')}
    >
      {requests.length === 0 ? <p className="py-8 text-muted">Nobody asks.</p> : null}
      <div className="space-y-4">
        {requests.map(({ id, organization, reader, words, at: asked }) => (
          <Card key={id} aria-labelledby={`request-${id}`}>
            <h2 id={`request-${id}`} className="font-semibold">
              <a href={moderateReaderPath(reader.handle)} className="text-link">
                @{reader.handle}
              </a>{' '}
              asks to manage{' '}
              <a href={organizationPath(organization.slug)} className="text-link">
                {organization.name}
              </a>
            </h2>
            <p className="mt-1 text-muted text-sm">
              {reader.name ? `Called ${reader.name} here, ` : ''}reader since {day(reader.since)}
              {reader.banned ? ', banned' : ''}; asked {day(asked)}; {organization.papers} papers
            </p>
            <p dir="auto" className="mt-2 max-w-prose whitespace-pre-wrap break-words text-sm">
              {words}
            </p>
            <ActForm
              id={`request-${id}`}
              action={formPath('organizations/settleRequest')}
              from={`${ORGANIZATION_REQUESTS_PATH}?at=${id}`}
              fields={{ request: id }}
              reason={at === String(id) ? param(params, 'reason') : undefined}
              hint="It appears in the public log, and the reader reads it."
              buttons={
                <>
                  <Button type="submit" size="sm" name="act" value="grant" variant="primary">
                    Let manage it
                  </Button>
                  <Button type="submit" size="sm" name="act" value="refuse" variant="danger">
                    Refuse
                  </Button>
                </>
              }
            />
          </Card>
        ))}
      </div>
    </DeskPage>
  );
}

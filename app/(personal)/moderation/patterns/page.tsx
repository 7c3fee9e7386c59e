import type { Metadata } from 'next';
import { Empty } from '@/components/layout/empty';
import { PatternCard } from '@/components/moderation/pattern-card';
import { Fold } from '@/components/ui/fold';
import { listPatterns } from '@/lib/moderation/data';
import { PATTERNS_PATH } from '@/lib/moderation/paths';
import { isModerator } from '@/lib/moderation/policy';
import { PATTERNS } from '@/lib/moderation/types';
import { formatMoment } from '@/lib/papers/dates';
import { param } from '@/lib/sign-in/page';
import { site } from '@/lib/site/site';
import { getViewer } from '@/lib/web/session';
import { DeskPage } from '../desk-page';

export const metadata: Metadata = { title: 'Patterns of votes', robots: { index: false } };

export default async function PatternsPage({ searchParams }: PageProps<'/moderation/patterns'>) {
  // proxy.ts has returned 404 to everyone else; the page checks again as defense in depth.
  if (!isModerator(await getViewer())) return null;
  const params = await searchParams;
  const { at, patterns } = await listPatterns();
  const open = patterns.filter((pattern) => !pattern.dismissed);
  const dismissed = patterns.filter((pattern) => pattern.dismissed);
  const { timeZone } = site();
  const card = (pattern: (typeof patterns)[number]) => (
    <PatternCard
      key={pattern.key}
      pattern={pattern}
      timeZone={timeZone}
      reason={
        pattern.key.startsWith(param(params, 'at').slice(1) || '-')
          ? param(params, 'reason')
          : undefined
      }
    />
  );
  return (
    <DeskPage
      title="Patterns of votes"
      hint={`What stood out in the votes of the last ${PATTERNS.days} days, checked hourly, last on ${formatMoment(at, timeZone)}. Nothing is done about it automatically, and each may be innocent.`}
      at={PATTERNS_PATH}
      done={param(params, 'done')}
      error={param(params, 'error')}
    >
      {open.length > 0 ? (
        <div className="space-y-4">{open.map(card)}</div>
      ) : (
        <Empty title="Nothing stands out" />
      )}
      {dismissed.length > 0 ? (
        <Fold label={`Put aside (${dismissed.length})`} className="mt-8">
          <p className="mt-1 text-muted text-sm">
            They come back by themselves when they have twice as many votes.
          </p>
          <div className="mt-3 space-y-4">{dismissed.map(card)}</div>
        </Fold>
      ) : null}
    </DeskPage>
  );
}

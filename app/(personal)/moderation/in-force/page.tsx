import type { Metadata } from 'next';
import { Empty } from '@/components/layout/empty';
import { InForceList } from '@/components/moderation/in-force-list';
import { plainText } from '@/lib/markup/plain';
import { getInForce } from '@/lib/moderation/data';
import { IN_FORCE_PATH, moderateCollectionPath, moderateCommentPath } from '@/lib/moderation/paths';
import { isModerator } from '@/lib/moderation/policy';
import { formatMoment } from '@/lib/papers/dates';
import { formPath } from '@/lib/registry/form-path';
import { param } from '@/lib/sign-in/page';
import { site } from '@/lib/site/site';
import { getViewer } from '@/lib/web/session';
import { DeskPage } from '../desk-page';

export const metadata: Metadata = { title: 'In force', robots: { index: false } };

export default async function InForcePage({ searchParams }: PageProps<'/moderation/in-force'>) {
  if (!isModerator(await getViewer())) return null;
  const params = await searchParams;
  const { removed, banned, limited, excluded, hidden, locked, collections } = await getInForce();
  const { timeZone } = site();
  return (
    <DeskPage
      title="In force"
      hint="What moderators have done that still holds, the latest first"
      at={IN_FORCE_PATH}
      done={param(params, 'done')}
      error={param(params, 'error')}
    >
      {[excluded, banned, limited, hidden, locked, removed].every((acts) => acts.length === 0) ? (
        <Empty title="Nothing is in force" />
      ) : null}
      <InForceList
        title="Excluded votes"
        action={formPath('moderation/restoreVotes')}
        button="Count them again"
        timeZone={timeZone}
        items={excluded.map(({ logId, votes, slug, title, reason, at }) => ({
          key: `entry-${logId}`,
          what: `${votes} ${votes === 1 ? 'vote' : 'votes'} on ${plainText(title)} (${slug})`,
          reason,
          at,
          fields: { logId },
        }))}
      />
      <InForceList
        title="Banned readers"
        action={formPath('moderation/unbanReader')}
        button="Lift the ban"
        timeZone={timeZone}
        items={banned.map(({ handle, reason, at, until }) => ({
          key: `reader-${handle}`,
          what: `@${handle}${until ? `, until ${formatMoment(until.toISOString(), timeZone)}` : ''}`,
          reason,
          at,
          fields: { handle },
        }))}
      />
      <InForceList
        title="Limited readers"
        action={formPath('moderation/unlimitReader')}
        button="Lift the limit"
        timeZone={timeZone}
        items={limited.map(({ handle, reason, until }) => ({
          key: `limit-${handle}`,
          what: `@${handle}${until ? `, until ${formatMoment(until.toISOString(), timeZone)}` : ''}`,
          reason,
          at: null,
          fields: { handle },
        }))}
      />
      <InForceList
        title="Hidden collections"
        action={formPath('moderation/restoreCollection')}
        button="Show again"
        timeZone={timeZone}
        items={collections.map(({ key, name, reason, at }) => ({
          key: `collection-${key}`,
          what: (
            <a href={moderateCollectionPath(key)} className="text-link">
              {name}
            </a>
          ),
          reason,
          at,
          fields: { key },
        }))}
      />
      <InForceList
        title="Hidden comments"
        action={formPath('moderation/restoreComment')}
        button="Show again"
        timeZone={timeZone}
        items={hidden.map(({ id, slug, title, reason, at }) => ({
          key: `comment-${id}`,
          what: (
            <>
              <a href={moderateCommentPath(id)} className="text-link">
                Comment {id}
              </a>
              {` on ${plainText(title)} (${slug})`}
            </>
          ),
          reason,
          at,
          fields: { id },
        }))}
      />
      <InForceList
        title="Locked discussions"
        action={formPath('moderation/unlockDiscussion')}
        button="Open"
        timeZone={timeZone}
        items={locked.map(({ slug, title, reason, at }) => ({
          key: `lock-${slug.replaceAll(/[./]/g, '-')}`,
          what: `${plainText(title)} (${slug})`,
          reason,
          at,
          fields: { slug },
        }))}
      />
      <InForceList
        title="Removed papers"
        action={formPath('moderation/restorePaper')}
        button="Put back"
        timeZone={timeZone}
        items={removed.map(({ slug, title, reason, at }) => ({
          key: `paper-${slug.replaceAll(/[./]/g, '-')}`,
          what: `${plainText(title)} (${slug})`,
          reason,
          at,
          fields: { slug },
        }))}
      />
    </DeskPage>
  );
}

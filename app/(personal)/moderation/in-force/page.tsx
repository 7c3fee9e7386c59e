import type { Metadata } from 'next';
import { DeskPage } from '@/components/moderation/desk-page';
import { InForceList } from '@/components/moderation/in-force-list';
import { param } from '@/lib/auth/page';
import { getViewer } from '@/lib/auth/session';
import { plainText } from '@/lib/markup/plain';
import { getInForce } from '@/lib/moderation/data';
import { IN_FORCE_PATH, moderateCollectionPath, moderateCommentPath } from '@/lib/moderation/paths';
import { isModerator } from '@/lib/moderation/policy';
import { formatMoment } from '@/lib/papers/dates';
import { site } from '@/lib/site/site';

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
      <InForceList
        title="Excluded votes"
        empty="No vote is excluded."
        action="/api/moderation/restore-votes"
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
        empty="Nobody is banned."
        action="/api/moderation/unban"
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
        empty="Nobody is limited."
        action="/api/moderation/unlimit"
        button="Take the limit back"
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
        empty="No collection is hidden."
        action="/api/moderation/restore-collection"
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
        empty="No comment is hidden."
        action="/api/moderation/restore-comment"
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
        empty="No discussion is locked."
        action="/api/moderation/unlock"
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
        empty="No paper is removed."
        action="/api/moderation/restore"
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

import { FollowButton } from '@/components/people/follow-button';
import { SubscribeMenu } from '@/components/syndication/subscribe-menu';
import { buttonClass } from '@/components/ui/button';
import { collectionPath, editCollectionPath } from '@/lib/collections/paths';
import type { Collection } from '@/lib/collections/types';

type Props = { collection: Collection; followed: boolean };

/** Actions on a collection: subscribe or export, edit for its owner, follow for others. */
export function CollectionActions({ collection, followed }: Props) {
  const { key, name, visibility, hidden, yours } = collection;
  const open = visibility !== 'private' && !hidden;
  return (
    <div className="screen-only ml-auto flex flex-wrap items-center gap-2">
      <SubscribeMenu source={{ kind: 'collection', key }} feeds={open} />
      {yours ? (
        <a href={editCollectionPath(key)} className={buttonClass({ size: 'sm' })}>
          Edit
        </a>
      ) : open ? (
        <FollowButton
          kind="collection"
          value={key}
          label={name}
          from={collectionPath(key)}
          followed={followed}
        />
      ) : null}
    </div>
  );
}

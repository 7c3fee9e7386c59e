import { collectionPath } from '@/lib/collections/paths';
import { moderateCollectionPath } from '@/lib/moderation/paths';

type Props = {
  collection: { key: string; name: string; description: string; hidden: boolean };
};

/** A collection under review: its title and description as plain text, and a link to its papers. */
export function CollectionSubject({ collection }: Props) {
  const { key, name, description, hidden } = collection;
  return (
    <div className="text-sm">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <a
          href={moderateCollectionPath(key)}
          dir="auto"
          className="text-link [overflow-wrap:anywhere]"
        >
          {name}
        </a>
        {hidden ? <strong>Hidden</strong> : null}
        <a href={collectionPath(key)} className="text-link">
          Its page, with notes
        </a>
      </p>
      {description ? (
        <blockquote
          dir="auto"
          className="mt-2 max-h-96 max-w-prose overflow-y-auto whitespace-pre-wrap break-words border-line-strong border-l-2 pl-3"
        >
          {description}
        </blockquote>
      ) : null}
    </div>
  );
}

import { findCollection } from '@/db/queries/collections';
import { findAuthor, findOrganization, findReader } from '@/db/queries/follows';
import { topicTarget } from './topic';
import type { FollowKind, FollowTarget, NamedTarget } from './types';

type Found = NamedTarget & { id?: number | string; yours?: boolean };

const find: Record<FollowKind, (value: string, viewerId: string | null) => Promise<Found | null>> =
  {
    topic: async (value) => topicTarget(value),
    author: findAuthor,
    organization: findOrganization,
    reader: findReader,
    collection: async (value, viewerId) => {
      const found = await findCollection(value, viewerId);
      return found && { kind: 'collection', value, label: found.name, ...found };
    },
  };

/**
 * Returns a target with its name, and `yours` if it is the viewer's own; null if it does not exist.
 */
export const findTarget = (
  { kind, value }: FollowTarget,
  viewerId: string | null,
): Promise<Found | null> => find[kind](value, viewerId);

'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Refusal, type Result, readRefusal, refuse } from '@/lib/base/errors';
import { saveOffline } from '@/lib/offline/hooks';
import { confirmSaved, showSaved } from '@/lib/votes/hooks';
import { callAction } from '@/lib/web/updates/call-action';
import { UNREACHABLE } from '@/lib/web/updates/messages';
import { savePaperAction } from './actions';
import type { OwnCollection, OwnCollectionsResponse, Visibility } from './types';

const ADDRESS = '/me/collections';
const keyOf = (slug: string) => ['collections', slug];

const unreachable = refuse('unavailable', { message: UNREACHABLE });

async function send(method: 'PUT' | 'POST', body: object): Promise<Result<{ key: string }>> {
  try {
    const response = await fetch(ADDRESS, {
      method,
      // Completes even if the user leaves the page.
      keepalive: true,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const said = await response.json();
    return response.ok ? { ok: true, data: said } : readRefusal(said);
  } catch {
    return unreachable;
  }
}

type Paper = { id: number; slug: string };

/** Queries the viewer's collections by name, and whether each contains the paper. */
export function useOwnCollections({ slug }: Paper, refused: (refusal: Refusal) => void) {
  return useQuery({
    queryKey: keyOf(slug),
    queryFn: async () => {
      const response = await fetch(`${ADDRESS}?paper=${encodeURIComponent(slug)}`, {
        cache: 'no-store',
      });
      const said = await response.json();
      if (!response.ok) {
        refused(readRefusal(said));
        throw new Error(`${ADDRESS} answered ${response.status}`);
      }
      return (said as OwnCollectionsResponse).collections;
    },
    retry: false,
    // Another tab may have changed them.
    staleTime: 0,
  });
}

/** Updates the cached collections of the paper, and the state of its row. */
function useKnown({ id, slug }: Paper) {
  const client = useQueryClient();
  return (change: (own: OwnCollection[]) => OwnCollection[]) => {
    const own = client.setQueryData<OwnCollection[]>(keyOf(slug), (before) => change(before ?? []));
    confirmSaved(client, id, own?.some(({ has }) => has) ?? false);
  };
}

/** Saves a paper to the reading list, optimistically. */
export function useSave({ id, slug }: Paper, refused: (refusal: Refusal) => void) {
  const client = useQueryClient();
  const { mutate: save, isPending } = useMutation({
    mutationFn: () => callAction(() => savePaperAction({ paper: slug })),
    onMutate: () => showSaved(client, id, true),
    onSuccess: (result) => {
      confirmSaved(client, id, result.ok);
      if (result.ok) saveOffline(slug);
      else refused(result);
    },
  });
  return { save, busy: isPending };
}

/**
 * Returns whether the paper is in one collection, and a setter. Shows the wanted state at once.
 * Changes of one collection are sent sequentially, so the last click wins.
 */
export function useCollected(
  paper: Paper,
  { key, has }: OwnCollection,
  refused: (refusal: Refusal) => void,
) {
  const known = useKnown(paper);
  const { mutate, variables, isPending } = useMutation({
    scope: { id: `collection ${key} ${paper.slug}` },
    mutationFn: (there: boolean) => send('PUT', { collection: key, paper: paper.slug, there }),
    onSuccess: (result, there) => {
      if (!result.ok) return refused(result);
      known((own) =>
        own.map((one) =>
          one.key === key && one.has !== there
            ? { ...one, has: there, papers: one.papers + (there ? 1 : -1) }
            : one,
        ),
      );
    },
  });
  return { has: isPending ? variables : has, setThere: mutate };
}

/** Creates a collection with the paper in it. */
export function useNewCollection(paper: Paper, refused: (refusal: Refusal) => void) {
  const known = useKnown(paper);
  const { mutate, isPending } = useMutation({
    mutationFn: (facts: { name: string; visibility: Visibility }) =>
      send('POST', { ...facts, paper: paper.slug }),
    onSuccess: (result, facts) => {
      if (!result.ok) return refused(result);
      const { key } = result.data;
      const name = facts.name.trim();
      known((own) => [...own, { key, ...facts, name, papers: 1, has: true }]);
    },
  });
  return { create: mutate, busy: isPending };
}

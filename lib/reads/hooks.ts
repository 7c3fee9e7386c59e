'use client';

import { useQueryClient } from '@tanstack/react-query';
import { confirmRead, showRead, usePaperOverlay } from '@/lib/votes/hooks';

/**
 * Returns whether the viewer has read a paper, and a function that marks it: null until that is
 * known, and for visitors. The function shows the mark at once, takes it back if it is not saved,
 * and resolves to whether it was.
 */
export function useRead(paperId: number) {
  const client = useQueryClient();
  const overlay = usePaperOverlay(paperId);
  const setRead = async (read: boolean): Promise<boolean> => {
    showRead(client, paperId, read);
    const saved = await putRead(paperId, read);
    confirmRead(client, paperId, saved ? read : !read);
    return saved;
  };
  return { read: overlay && overlay.read === true, setRead };
}

async function putRead(paperId: number, read: boolean): Promise<boolean> {
  try {
    // `keepalive` sends it even if the page unloads at once.
    const response = await fetch('/me/reads', {
      method: 'PUT',
      keepalive: true,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ papers: [paperId], read }),
    });
    // An unread body keeps the connection busy.
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

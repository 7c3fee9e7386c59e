import type { Context, Viewer } from './types';

/** The signed-in reader of this request, or null. */
export async function getViewer(): Promise<Viewer | null> {
  return null;
}

export async function viewerContext(): Promise<Context> {
  return { viewer: await getViewer() };
}

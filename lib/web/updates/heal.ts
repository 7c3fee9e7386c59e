type Healed = 'reloading' | 'typed' | 'failed' | 'unreachable';

declare global {
  interface Window {
    papertideHeal?: (force?: boolean) => Promise<Healed>;
  }
}

/**
 * Reloads this page if the site still lacks what it needs, and tells what came of it
 * (components/layout/heal-script). `kept`: what was typed here survives a reload.
 */
export const heal = ({ kept = false } = {}): Promise<Healed> =>
  window.papertideHeal?.(kept) ?? Promise.resolve('failed');

/** Whether an error is a part of the page's program that did not come. */
export const isMissingChunk = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'ChunkLoadError' ||
    /loading (css )?chunk|load chunk|dynamically imported module|importing a module script/i.test(
      error.message,
    ));

/** Whether the site serves another build than this page's; null when it does not answer. */
export async function isUpdated(): Promise<boolean | null> {
  try {
    const response = await fetch('/version', { cache: 'no-store' });
    if (!response.ok) return null;
    const { build } = (await response.json()) as { build: string };
    return build !== (document.documentElement.dataset.build ?? '');
  } catch {
    return null;
  }
}

import { escapeHtml } from '@/lib/base/escape';

/**
 * A link to be dragged to the bookmarks: pressed on any page, it opens ours with that page's
 * address. It runs there; on our own pages the policy keeps it from running.
 */
export function bookmarklet(label: string, address: string): string {
  const target = JSON.stringify(`${address}/submit?url=`);
  const script = `void(location.href=${target}+encodeURIComponent(location.href)+'&title='+encodeURIComponent(document.title.slice(0,200)))`;
  const href = `javascript:${encodeURI(script)}`;
  return `<a href="${escapeHtml(href)}" class="inline-block rounded border border-line-strong bg-surface px-2 py-0.5 font-medium">${escapeHtml(label)}</a>`;
}

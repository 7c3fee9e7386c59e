import { escapeHtml } from '@/lib/base/escape';

/**
 * Returns a link to drag to the bookmarks bar. On any page, it opens ours with that page's address;
 * on our own pages, the CSP blocks it.
 */
export function bookmarklet(label: string, address: string): string {
  const target = JSON.stringify(`${address}/submit?url=`);
  const script = `void(location.href=${target}+encodeURIComponent(location.href)+'&title='+encodeURIComponent(document.title.slice(0,200)))`;
  const href = `javascript:${encodeURI(script)}`;
  return `<a href="${escapeHtml(href)}" class="inline-block rounded border border-line-strong bg-surface px-2 py-0.5 font-medium">${escapeHtml(label)}</a>`;
}

/** Finds feed rows in the DOM. Next keeps previous pages in the document, hidden. */

const rowsOf = (paperId: number) =>
  document.querySelectorAll<HTMLElement>(`li[data-paper-id="${paperId}"]`);

/** Returns the title and excerpt, which muted words are matched against. */
export function textOf(row: Element): string {
  const parts = row.querySelectorAll('[data-open],[data-excerpt]');
  return Array.from(parts, (part) => part.textContent).join('\n');
}

/** Returns the paper's slug and title as its row shows them. */
export function nameOf(paperId: number): { slug: string; title: string } | undefined {
  const link = rowsOf(paperId)[0]?.querySelector<HTMLAnchorElement>('[data-open]');
  return link
    ? { slug: link.pathname.replace('/papers/', ''), title: link.textContent ?? '' }
    : undefined;
}

/** Moves the focus within a paper's row after the pending render. */
export function focusInRow(paperId: number, selector: '[data-undo]' | '[data-open]'): void {
  requestAnimationFrame(() => {
    for (const row of rowsOf(paperId)) {
      if (row.checkVisibility()) row.querySelector<HTMLElement>(selector)?.focus();
    }
  });
}

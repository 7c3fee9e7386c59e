/** What scripts find in a feed's row; pages that were left stay in the document, hidden. */

const rowsOf = (paperId: number) =>
  document.querySelectorAll<HTMLElement>(`li[data-paper-id="${paperId}"]`);

/** Title and excerpt, as muted words are looked for. */
export function textOf(row: Element): string {
  const parts = row.querySelectorAll('[data-open],[data-excerpt]');
  return Array.from(parts, (part) => part.textContent).join('\n');
}

/** A paper's name for a list, as its row shows it. */
export function nameOf(paperId: number): { slug: string; title: string } | undefined {
  const link = rowsOf(paperId)[0]?.querySelector<HTMLAnchorElement>('[data-open]');
  return link
    ? { slug: link.pathname.replace('/papers/', ''), title: link.textContent ?? '' }
    : undefined;
}

/** Moves the focus within a paper's row, once what has just changed is drawn. */
export function focusInRow(paperId: number, selector: '[data-undo]' | '[data-open]'): void {
  requestAnimationFrame(() => {
    for (const row of rowsOf(paperId)) {
      if (row.checkVisibility()) row.querySelector<HTMLElement>(selector)?.focus();
    }
  });
}

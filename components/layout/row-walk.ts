/** Keyboard navigation through a page's papers: moves the focus from title to title. */

const ROW = '[data-paper-row]';
const NEXT_PAGE = 'nav[aria-label="Pages"] a[rel="next"]';

const visible = (selector: string) =>
  [...document.querySelectorAll<HTMLElement>(selector)].filter((one) => one.checkVisibility());

const inView = (element: Element) => {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
};

/** The focused row, its placeholder or the next-page link; without one, what is in view counts. */
function place(): Element | null {
  const focused = document.activeElement;
  const here = focused?.closest(`${ROW},li[data-paper-id],${NEXT_PAGE}`);
  return here && inView(here) ? here : null;
}

const follows = (from: Element, other: Element) =>
  (from.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

function focusRow(row: HTMLElement): void {
  row.querySelector<HTMLElement>('[data-open]')?.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'nearest' });
}

/** Moves to the next paper, and from the last one to the next-page link. */
export function goToNext(): void {
  const rows = visible(ROW);
  const from = place();
  const next = from
    ? rows.find((row) => row !== from && follows(from, row))
    : rows.find((row) => row.getBoundingClientRect().top >= 0);
  if (next) focusRow(next);
  else if (rows.length > 0) visible(NEXT_PAGE)[0]?.focus();
}

/** Moves to the previous paper; stays on the first. */
export function goToPrevious(): void {
  const rows = visible(ROW);
  const from = place();
  const previous = from
    ? rows.findLast((row) => row !== from && !follows(from, row))
    : rows.findLast((row) => row.getBoundingClientRect().top < innerHeight);
  const first = rows.find((row) => row === from);
  if (previous) focusRow(previous);
  else if (first) focusRow(first);
}

/** Returns the focused row. */
export const focusedRow = (): HTMLElement | null =>
  document.activeElement?.closest<HTMLElement>(ROW) ?? null;

/** Opens the focused paper or the next-page link. */
export function openFocused(): void {
  const link = focusedRow()?.querySelector<HTMLElement>('[data-open]');
  if (link) link.click();
  else if (document.activeElement?.matches(NEXT_PAGE)) {
    (document.activeElement as HTMLElement).click();
  }
}

/** Presses a control of the focused paper, or of the paper that a page without rows is about. */
export function pressFocused(control: '[data-upvote]' | '[data-save]'): void {
  const row = focusedRow();
  if (row) row.querySelector<HTMLElement>(control)?.click();
  else if (visible(ROW).length === 0) visible(`main ${control}`)[0]?.click();
}

/** Focuses the page's search field; returns false if none is visible. Escape leads back. */
export function focusSearch(): boolean {
  const [field] = visible('[data-search-field]');
  if (!field) return false;
  leadBack(field, document.activeElement);
  field.focus();
  if (field instanceof HTMLInputElement) field.select();
  return true;
}

/** Makes Escape in `field` return the focus to `from`, once its suggestion list is closed. */
function leadBack(field: HTMLElement, from: Element | null): void {
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    if (from instanceof HTMLElement && from !== document.body && from.checkVisibility()) {
      from.focus();
    } else field.blur();
  };
  // On the document, since the field's own listener runs first and marks an Escape that closed its
  // list.
  document.addEventListener('keydown', leave);
  field.addEventListener('blur', () => document.removeEventListener('keydown', leave), {
    once: true,
  });
}

/** Closes an open panel after a link in it, a click outside, and Escape; returns how to stop. */
export function closeDisclosure(details: HTMLDetailsElement): () => void {
  const leave = ({ target }: Event) => {
    if (details.open && target instanceof Node && !details.contains(target)) details.open = false;
  };
  const follow = ({ target }: Event) => {
    if (target instanceof Element && target.closest('a')) details.open = false;
  };
  const cancel = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape' || !details.open) return;
    details.open = false;
    details.querySelector('summary')?.focus();
  };
  document.addEventListener('pointerdown', leave);
  document.addEventListener('focusin', leave);
  details.addEventListener('click', follow);
  details.addEventListener('keydown', cancel);
  return () => {
    document.removeEventListener('pointerdown', leave);
    document.removeEventListener('focusin', leave);
    details.removeEventListener('click', follow);
    details.removeEventListener('keydown', cancel);
  };
}

/** Classes of text controls. */
export const control =
  'w-full rounded-md border bg-surface px-3 text-base text-ink placeholder:text-muted disabled:opacity-60 aria-invalid:border-danger border-line-strong';

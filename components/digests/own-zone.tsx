'use client';

import { useEffect } from 'react';

/** Selects the browser's time zone unless the user has already changed the field. */
export function OwnZone({ id, usual }: { id: string; usual: string }) {
  useEffect(() => {
    const list = document.getElementById(id);
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!(list instanceof HTMLSelectElement) || list.value !== usual || usual !== 'UTC') return;
    if ([...list.options].some(({ value }) => value === own)) list.value = own;
  }, [id, usual]);
  return null;
}

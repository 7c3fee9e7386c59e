'use client';

import { useEffect } from 'react';

/** Chooses this browser's time zone in a list that nobody has touched yet. */
export function OwnZone({ id, usual }: { id: string; usual: string }) {
  useEffect(() => {
    const list = document.getElementById(id);
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!(list instanceof HTMLSelectElement) || list.value !== usual || usual !== 'UTC') return;
    if ([...list.options].some(({ value }) => value === own)) list.value = own;
  }, [id, usual]);
  return null;
}

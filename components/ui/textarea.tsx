'use client';

import { type ComponentProps, useId, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { control } from './control';

const never = () => () => {};

const areaOf = (id: string): HTMLTextAreaElement | null =>
  typeof document === 'undefined' ? null : document.querySelector(`textarea#${CSS.escape(id)}`);

/**
 * Hydration resets a prefilled textarea to the server's value (inputs keep theirs), losing what was
 * typed until then. This reads the value before hydration and restores it afterwards.
 */
export function Textarea({ className = '', id, ...props }: ComponentProps<'textarea'>) {
  const own = useId();
  const areaId = id ?? own;
  const hydrating = useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
  const prefilled = props.defaultValue !== undefined;
  const [typed] = useState(() => (hydrating && prefilled ? areaOf(areaId)?.value : undefined));
  useLayoutEffect(() => {
    const area = areaOf(areaId);
    if (area && typed !== undefined) area.value = typed;
  }, [areaId, typed]);
  return (
    <textarea
      id={areaId}
      className={`${control} min-h-24 py-2 leading-relaxed ${className}`}
      {...props}
    />
  );
}

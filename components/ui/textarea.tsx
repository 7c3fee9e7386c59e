'use client';

import { type ComponentProps, useId, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { control } from './control';

const never = () => () => {};

const areaOf = (id: string): HTMLTextAreaElement | null =>
  typeof document === 'undefined' ? null : document.querySelector(`textarea#${CSS.escape(id)}`);

/**
 * When React takes a page over it puts a prefilled textarea back to what the server sent (inputs it
 * leaves alone), with whatever was typed by then: it is read before that, and put back after it.
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

import { type ComponentType, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { closeDisclosure } from '@/components/ui/close-disclosure';
import { CONTENT_SLOT, HEAD_MARK } from '@/lib/web/shared-page';
import type { SuggestionListProps } from './suggestion-list';

type Content = { html: string; head: Element[] };
/** A document has at most one frame: the page that it was loaded with. */
let content: Content | null = null;

/**
 * The content that the outer server has put into the frame of this page, with what scripts add to
 * it. React does not know its elements: they are left as they are, and made again if Next has taken
 * the page out of the document.
 */
export function ServerContent() {
  const here = useRef<HTMLDivElement>(null);
  // The first time it is in the document already, which differs from the frame.
  const [html] = useState(() => content?.html ?? CONTENT_SLOT);
  const [field, setField] = useState<HTMLInputElement | null>(null);

  useLayoutEffect(() => {
    const element = here.current;
    if (!element) return;
    content ??= {
      html: element.innerHTML,
      head: [...document.head.querySelectorAll(`[${HEAD_MARK}]`)],
    };
    const { head } = content;
    // Before the title of the page that was left, as Next does.
    document.head.prepend(...head);
    const panels = element.querySelectorAll<HTMLDetailsElement>('[data-disclosure]');
    const stops = Array.from(panels, closeDisclosure);
    const offer = (target: EventTarget | null) => {
      if (target instanceof HTMLInputElement && target.type === 'search') setField(target);
    };
    const focus = ({ target }: Event) => offer(target);
    element.addEventListener('focusin', focus);
    offer(element.querySelector(':focus'));
    return () => {
      for (const part of head) part.remove();
      for (const stop of stops) stop();
      element.removeEventListener('focusin', focus);
    };
  }, []);

  return (
    <>
      <div
        ref={here}
        data-server-content
        suppressHydrationWarning
        dangerouslySetInnerHTML={{ __html: html }}
      />
      {field ? <Suggestions input={field} /> : null}
    </>
  );
}

/** Suggestions below a field that React has not rendered; their code loads on first use. */
function Suggestions({ input }: SuggestionListProps) {
  const [List, setList] = useState<ComponentType<SuggestionListProps> | null>(null);
  useLayoutEffect(() => {
    import('./suggestion-list').then((module) => setList(() => module.SuggestionList));
  }, []);
  const place = input.parentElement;
  return List && place ? createPortal(<List input={input} />, place) : null;
}

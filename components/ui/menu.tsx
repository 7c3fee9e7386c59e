'use client';

import { lazy, type ReactNode, Suspense, useState } from 'react';
import { type MenuItem, menuButtonClass } from './menu-item';

const load = () => import('./menu-panel').then(({ MenuPanel }) => ({ default: MenuPanel }));
const MenuPanel = lazy(load);

type Props = {
  /** What the button is called, when its content does not say it. */
  label: string;
  /** The button's content. */
  children: ReactNode;
  /** A line above the entries, such as who is signed in. */
  heading?: ReactNode;
  items: MenuItem[];
  /** How the button looks, when it is not one of the header's. */
  buttonClass?: string;
  /** The pointer or the focus has come near: a moment to load what the entries need. */
  onNear?: () => void;
};

/** A menu behind a button; what draws it is loaded when it is first wanted. */
export function Menu({
  label,
  children,
  heading,
  items,
  buttonClass = menuButtonClass,
  onNear,
}: Props) {
  const near = () => {
    load();
    onNear?.();
  };
  const [wanted, setWanted] = useState<'pointer' | 'keyboard' | null>(null);
  const plain = (
    <button
      type="button"
      aria-haspopup="menu"
      aria-expanded={false}
      aria-label={label}
      className={buttonClass}
      onPointerEnter={near}
      onFocus={near}
      onClick={(event) => setWanted(event.detail === 0 ? 'keyboard' : 'pointer')}
    >
      {children}
    </button>
  );
  if (!wanted) return plain;
  return (
    <Suspense fallback={plain}>
      <MenuPanel
        label={label}
        heading={heading}
        items={items}
        buttonClass={buttonClass}
        openedBy={wanted}
      >
        {children}
      </MenuPanel>
    </Suspense>
  );
}

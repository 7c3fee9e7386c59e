'use client';

import { lazy, type ReactNode, Suspense, useState } from 'react';
import { type MenuItem, menuButtonClass } from './menu-item';

const load = () => import('./menu-panel').then(({ MenuPanel }) => ({ default: MenuPanel }));
const MenuPanel = lazy(load);

type Props = {
  /** Accessible name of the button, if its content does not give one. */
  label: string;
  /** The button's content. */
  children: ReactNode;
  /** A line above the entries, such as the signed-in user. */
  heading?: ReactNode;
  items: MenuItem[];
  /** Classes of the button outside of the header. */
  buttonClass?: string;
  /** Called when the pointer or focus comes near, to preload what the entries need. */
  onNear?: () => void;
};

/** A menu behind a button; its code loads on first use. */
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

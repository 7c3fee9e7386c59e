import type { ReactNode } from 'react';

const kinds = {
  info: 'border-accent/40 bg-accent-soft',
  success: 'border-success/40 bg-success-soft',
  caution: 'border-caution/40 bg-caution-soft',
  danger: 'border-danger/40 bg-danger-soft',
};

type Props = {
  kind?: keyof typeof kinds;
  title?: string;
  children?: ReactNode;
  /** `alert` for what just happened; unset for permanent content. */
  role?: 'status' | 'alert';
};

export function Notice({ kind = 'info', title, children, role }: Props) {
  return (
    <div role={role} className={`notice rounded-md border px-3.5 py-2.5 text-sm ${kinds[kind]}`}>
      {title ? <p className="font-semibold">{title}</p> : null}
      {children}
    </div>
  );
}

export type Kind = 'message' | 'success' | 'error';
export type ToastAction = { label: string; onClick: () => void };
export type Show = (kind: Kind, message: string, action?: ToastAction) => void;

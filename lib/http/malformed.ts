/** Whether a request target is one that pages may be asked for by: a path that can be decoded. */
export function isMalformedTarget(target: string | undefined): boolean {
  if (!target?.startsWith('/')) return true;
  const [path = ''] = target.split('?', 1);
  try {
    return decodeURIComponent(path).includes('\0');
  } catch {
    return true;
  }
}

/**
 * Whether a request target is none that is answered: no path, one that cannot be decoded, or a NUL
 * in path or query, which no text of ours can hold and Postgres refuses with an error.
 */
export function isMalformedTarget(target: string | undefined): boolean {
  if (!target?.startsWith('/')) return true;
  const [path = ''] = target.split('?', 1);
  try {
    return decodeURIComponent(path).includes('\0') || target.includes('%00');
  } catch {
    return true;
  }
}

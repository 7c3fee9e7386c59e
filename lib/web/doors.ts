/** Pages with marks instead of papers, which the outer server asks of Next itself. */
const TEMPLATE =
  /^\/papers\/xtempl[01]\d$|^\/(?:papers\/(?:[a-z-]+|year\/\d+)|topics\/[^/]+(?:\/new)?)\/8888888$/;

/**
 * Returns whether a request target is an endpoint of Next that this site does not use, or that no
 * client may ask for. Below
 * `/_next` only the files of the build are served: not the image optimizer (it decodes any file),
 * not the data of a pages router, no source maps. No page of ours starts with an underscore; Next
 * has some (`/_not-found`, `/_global-error`, `/__nextjs_…`).
 */
export function isUnusedDoor(target: string): boolean {
  const path = servedPath(target).toLowerCase();
  if (TEMPLATE.test(path)) return true;
  if (!path.startsWith('/_')) return false;
  return !/^\/_next\/static\/./.test(path) || path.endsWith('.map');
}

/**
 * Returns the path that Next serves for a target: decoded, without dot segments or repeated
 * slashes. The target has passed `isMalformedTarget`.
 */
export function servedPath(target: string): string {
  const [path = '/'] = target.split(/[?#]/, 1);
  const plain = decodeURIComponent(path).replace(/[\\/]+/g, '/');
  const kept: string[] = [];
  for (const part of plain.split('/')) {
    if (part === '..') kept.pop();
    else if (part !== '.' && part !== '') kept.push(part);
  }
  return `/${kept.join('/')}`;
}

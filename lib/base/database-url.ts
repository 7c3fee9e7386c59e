/**
 * Splits an address with several hosts (`postgres://user:password@a:5432,b:5432/name`), as libpq and
 * managed services write it, into one address per host. Returns null if it is no address of a
 * Postgres.
 */
export function hostUrls(url: string): string[] | null {
  const [, scheme, user = '', hosts = '', rest = ''] =
    /^(postgres(?:ql)?:\/\/)([^@/]*@)?([^/?]*)(.*)$/.exec(url) ?? [];
  if (!scheme) return null;
  const urls = hosts.split(',').map((host) => scheme + user + host + withoutTarget(rest));
  return urls.every((one) => URL.canParse(one)) ? urls : null;
}

/** We look for the primary ourselves, also for drivers that do not know this parameter. */
const withoutTarget = (rest: string): string =>
  rest
    .replace(/([?&])target_session_attrs=[^&]*(&|$)/, (_, before, after) => (after ? before : ''))
    .replace(/[?&]$/, '');

export const groupPath = (slug: string, query: Record<string, string> = {}): string =>
  withQuery(`/g/${slug}`, query);

export const managePath = (slug: string, query: Record<string, string> = {}): string =>
  withQuery(`/g/${slug}/manage`, query);

export const groupsPath = (query: Record<string, string> = {}): string =>
  withQuery('/groups', query);

export const joinPath = (token: string, query: Record<string, string> = {}): string =>
  withQuery('/g/join', { token, ...query });

const withQuery = (path: string, query: Record<string, string>): string => {
  const filled = Object.entries(query).filter(([, value]) => value);
  return filled.length ? `${path}?${new URLSearchParams(filled)}` : path;
};

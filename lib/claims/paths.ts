export const CLAIM_PATH = '/claim';
export const CLAIMS_PATH = '/moderation/claims';

const withQuery = (path: string, query: Record<string, string>): string => {
  const filled = Object.entries(query).filter(([, value]) => value);
  return filled.length ? `${path}?${new URLSearchParams(filled)}` : path;
};

/** The page on which a user claims to be an author of a paper. */
export const claimPath = (slug: string, query: Record<string, string> = {}): string =>
  withQuery(CLAIM_PATH, { paper: slug, ...query });

/** Papers by authors of a name, which several people may share. */
export const authorPath = (name: string, page = 1): string =>
  withQuery(`/author/${encodeURIComponent(name)}`, page > 1 ? { page: String(page) } : {});

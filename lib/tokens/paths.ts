export const TOKENS_PATH = '/settings/tokens';

/** The page of tokens with what came of a form; what is empty is not in it. */
export function tokensPath(said: Record<string, string>): string {
  const query = new URLSearchParams(Object.entries(said).filter(([, text]) => text !== ''));
  return `${TOKENS_PATH}?${query}`;
}

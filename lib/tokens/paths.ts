export const TOKENS_PATH = '/settings/tokens';

/** Returns the address of the tokens page with the outcome of a form; empty values are left out. */
export function tokensPath(said: Record<string, string>): string {
  const query = new URLSearchParams(Object.entries(said).filter(([, text]) => text !== ''));
  return `${TOKENS_PATH}?${query}`;
}

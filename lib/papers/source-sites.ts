/** Sites with mirrored daily lists, by host: their name and mark. */
const SITES: Record<string, { name: string; mark: string }> = {
  'huggingface.co': { name: 'Hugging Face', mark: '🤗' },
};

/** Returns the name of a site; its host if it is unknown. */
export const siteName = (host: string): { name: string; mark: string | null } =>
  SITES[host.replace(/^www\./, '')] ?? { name: host, mark: null };

/** Sites whose daily lists are mirrored, by their host: the name they go by, and their mark. */
const SITES: Record<string, { name: string; mark: string }> = {
  'huggingface.co': { name: 'Hugging Face', mark: '🤗' },
};

/** What to call the site of a host; the host itself where it is not a known one. */
export const siteName = (host: string): { name: string; mark: string | null } =>
  SITES[host.replace(/^www\./, '')] ?? { name: host, mark: null };

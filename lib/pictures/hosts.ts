import { env } from '@/lib/base/env';
import type { Allow } from '@/lib/web/outgoing-file';

/**
 * Allows the hosts of PICTURES_HOSTS: a host name under https and in public networks; an origin like
 * `http://10.0.0.5:8080`, wherever it is.
 */
export const pictureHosts: Allow = (url) => {
  if (url.username || url.password) return null;
  const hosts = env().PICTURES_HOSTS.map((host) => host.toLowerCase().replace(/\/$/, ''));
  if (hosts.includes(url.origin)) return 'anywhere';
  const named = url.protocol === 'https:' && url.port === '' && hosts.includes(url.hostname);
  return named ? 'public' : null;
};

/** Allows the configured origin of arXiv's HTML. */
export const arxivHtml: Allow = (url) =>
  url.origin === new URL(env().ARXIV_HTML_URL).origin && !url.username && !url.password
    ? 'anywhere'
    : null;

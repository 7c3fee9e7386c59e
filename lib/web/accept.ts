import type { IncomingHttpHeaders } from 'node:http';

/**
 * Returns the weight, 0 to 1, that a preference header gives to `choice` (RFC 9110, 12.4.2): of the
 * exact name if it is listed, else of `type/*` or `*`; 0 if it is refused or not listed.
 */
export function weightOf(header: string, choice: string): number {
  const weights = new Map(header.split(',').map(readChoice));
  const wildcards = choice.includes('/') ? [`${choice.split('/')[0]}/*`, '*/*'] : ['*'];
  const listed = [choice, ...wildcards].find((name) => weights.has(name));
  return listed === undefined ? 0 : (weights.get(listed) ?? 0);
}

function readChoice(text: string): [name: string, weight: number] {
  const [name = '', ...parameters] = text.toLowerCase().split(';');
  const [, weight] = parameters.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)).find(Boolean) ?? [];
  return [name.trim(), weight === undefined ? 1 : Math.min(1, Number(weight) || 0)];
}

const MARKDOWN = 'text/markdown';

/**
 * Reduces `accept` to HTML or Markdown if it mentions Markdown: rewrites only look for its name,
 * and a client that prefers HTML or refuses Markdown must not get it.
 */
export function settleMarkdown(headers: IncomingHttpHeaders): void {
  const { accept } = headers;
  if (!accept?.toLowerCase().includes(MARKDOWN)) return;
  const weight = weightOf(accept, MARKDOWN);
  const preferred = weight > 0 && weight >= weightOf(accept, 'text/html');
  headers.accept = preferred ? MARKDOWN : 'text/html,*/*;q=0.1';
}

/**
 * Reduces `accept-encoding` to `gzip` if it is accepted, else to nothing: a stored page has two
 * forms.
 */
export function settleEncoding(headers: IncomingHttpHeaders): void {
  const accepted = headers['accept-encoding'];
  if (accepted && weightOf(String(accepted), 'gzip') > 0) headers['accept-encoding'] = 'gzip';
  else delete headers['accept-encoding'];
}

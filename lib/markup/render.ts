import { createHash } from 'node:crypto';
import { escapeHtml } from '@/lib/base/escape';
import { RENDERER_VERSION, SHOWN_AS_TEXT } from './limits';
import { Pool } from './pool';
import type { Known } from './references';

/** HTML that may stand on a page as it is, and what made it (limits.ts). */
export type Rendered = {
  html: string;
  renderer: number;
  /** Handles that it mentions, in lower case. */
  mentioned: string[];
};

/** Milliseconds that one text may take. */
const TIME_LIMIT = 300;

// The server's bundles each have a copy of this module; the threads are shared.
const store = globalThis as typeof globalThis & { papertideRenderers?: Pool };

function pool(): Pool {
  store.papertideRenderers ??= new Pool({ workers: 2, waiting: 50, timeLimit: TIME_LIMIT });
  return store.papertideRenderers;
}

/**
 * Markdown with math as safe HTML; what cannot be rendered in time is shown as it was typed.
 * `namespace` keeps footnotes of two comments apart (default: a hash of the text); `known` says which
 * of the readers and papers that the text names are there. Throws `unavailable` when too many wait.
 */
export async function renderMarkdown(
  markdown: string,
  options: { namespace?: string; known?: Known } = {},
): Promise<Rendered> {
  const namespace = `c${toNamespace(options.namespace ?? markdown)}`;
  const answer = await pool().render({ markdown, namespace, known: options.known });
  if (!answer) return { html: asText(markdown), renderer: SHOWN_AS_TEXT, mentioned: [] };
  return { ...answer, renderer: RENDERER_VERSION };
}

/** Starts a thread ahead of the first rendering, which otherwise waits a second for it. */
export const warmRenderer = (): void => pool().warm();

const toNamespace = (seed: string): string =>
  createHash('sha256').update(seed).digest('hex').slice(0, 10);

/** Escaped, with its line breaks. */
export const asText = (markdown: string): string =>
  `<pre class="plain">${escapeHtml(markdown)}</pre>`;

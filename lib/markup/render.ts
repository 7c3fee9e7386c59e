import { createHash } from 'node:crypto';
import { escapeHtml } from '@/lib/base/escape';
import { RENDERER_VERSION, SHOWN_AS_TEXT } from './limits';
import { Pool } from './pool';
import type { Known } from './references';

/** Safe HTML, and the version of its renderer (limits.ts). */
export type Rendered = {
  html: string;
  renderer: number;
  /** Mentioned handles, in lower case. */
  mentioned: string[];
};

/** CPU time for one text, in milliseconds. */
const TIME_LIMIT = 300;

// Shared, because each of the server's bundles has its own copy of this module.
const store = globalThis as typeof globalThis & { papertideRenderers?: Pool };

function pool(): Pool {
  store.papertideRenderers ??= new Pool({ workers: 2, waiting: 50, timeLimit: TIME_LIMIT });
  return store.papertideRenderers;
}

/**
 * Renders Markdown with math to safe HTML; a text that cannot be rendered in time is shown as
 * typed. `namespace` separates the footnotes of two comments (default: a hash of the text); `known`
 * has the existing users and papers that the text references. Throws `unavailable` if the queue is
 * full.
 */
export async function renderMarkdown(
  markdown: string,
  options: { namespace?: string; known?: Known } = {},
): Promise<Rendered> {
  const namespace = `c${toNamespace(options.namespace ?? markdown)}`;
  const result = await pool().render({ markdown, namespace, known: options.known });
  if (!result) return { html: asText(markdown), renderer: SHOWN_AS_TEXT, mentioned: [] };
  return { ...result, renderer: RENDERER_VERSION };
}

/** Starts a thread in advance; the first rendering would wait a second for it. */
export const warmRenderer = (): void => pool().warm();

const toNamespace = (seed: string): string =>
  createHash('sha256').update(seed).digest('hex').slice(0, 10);

/** Escapes text and keeps its line breaks. */
export const asText = (markdown: string): string =>
  `<pre class="plain">${escapeHtml(markdown)}</pre>`;

import { escapeHtml } from '@/lib/base/escape';

/**
 * The page that replaces one that failed to render. It needs no script, file or database, so that
 * it also shows when those are missing.
 */
export const errorPage = (siteName: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Not available · ${escapeHtml(siteName)}</title>
<style>
:root { color-scheme: light dark; --accent: light-dark(#0f766e, #4fb3a9) }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; line-height: 1.5;
  font-family: -apple-system, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif;
  color: light-dark(#1b2123, #e7e7e3); background: light-dark(#fbfaf7, #14181a) }
main { max-width: 28rem; padding: 2rem 1rem }
svg { width: 2.5rem; fill: var(--accent) }
h1 { font: 600 1.5rem/1.3 Charter, Cambria, Georgia, serif; margin: .75rem 0 .5rem }
p { margin: 0 0 1.25rem; color: light-dark(#566064, #a2acaf) }
a { display: inline-block; padding: .5rem 1rem; margin-right: .5rem; border-radius: .375rem;
  border: 1px solid light-dark(#858b8b, #70797d); color: inherit; font-size: .875rem;
  font-weight: 500; text-decoration: none }
a:first-child { background: var(--accent); border-color: transparent;
  color: light-dark(#fff, #101416) }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
</style>
</head>
<body>
<main>
<svg viewBox="0 0 32 32" aria-hidden="true"><path fill-opacity=".32" d="M6 4.5A2.5 2.5 0 0 1 8.500 2H19l7 7v18.500a2.500 2.500 0 0 1-2.500 2.500h-15A2.500 2.500 0 0 1 6 27.500z"/><path d="M6 18c3.400-3.400 6.700-3.400 10 0s6.600 3.400 10 0v9.500a2.500 2.500 0 0 1-2.500 2.500h-15A2.500 2.500 0 0 1 6 27.500z"/><path d="M19 2v4.500A2.500 2.500 0 0 0 21.500 9H26z"/></svg>
<h1>This page is not available right now</h1>
<p>Something that it needs does not answer at the moment. Nothing is lost; pages that were read
lately are still served. Please try again in a minute.</p>
<div><a href="">Try again</a><a href="/">${escapeHtml(siteName)}</a></div>
</main>
</body>
</html>
`;

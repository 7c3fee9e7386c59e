const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * The page that stands in for one that could not be rendered. It needs no script, no file and no
 * database, so that it also shows when those are what is missing.
 */
export const errorPage = (siteName: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Not available · ${escapeHtml(siteName)}</title>
<style>
:root { color-scheme: light dark }
body { margin: 0; min-height: 100vh; display: grid; place-items: center;
  font: 1rem/1.6 system-ui, sans-serif; color: CanvasText; background: Canvas }
main { max-width: 30rem; padding: 2rem }
h1 { font-size: 1.375rem; margin: 0 0 .5rem }
p { margin: 0 0 1rem; opacity: .8 }
a { color: LinkText }
</style>
</head>
<body>
<main>
<h1>This page is not available right now</h1>
<p>Something that it needs does not answer at the moment. Nothing is lost; pages that were read
lately are still served. Please try again in a minute.</p>
<p><a href="">Try again</a> · <a href="/">${escapeHtml(siteName)}</a></p>
</main>
</body>
</html>
`;

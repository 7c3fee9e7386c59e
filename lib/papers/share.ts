/** Escapes text for Markdown's square brackets, on one line. */
const bracketed = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\[\]`*_<>&!]/g, '\\$&');

/** `[title](address)` */
export const linkMarkdown = (title: string, address: string): string =>
  `[${bracketed(title)}](${address})`;

/** Returns the Markdown of a paper's badge with a link, for the README of its code. */
export const badgeMarkdown = (title: string, address: string): string =>
  `[![${bracketed(title)}](${address}/badge.svg)](${address})`;

/** Text inside of Markdown's square brackets: nothing in it is markup, and it stays on one line. */
const bracketed = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\[\]`*_<>&!]/g, '\\$&');

/** `[title](address)` */
export const linkMarkdown = (title: string, address: string): string =>
  `[${bracketed(title)}](${address})`;

/** A paper's badge, leading to its page, for the README of its code. */
export const badgeMarkdown = (title: string, address: string): string =>
  `[![${bracketed(title)}](${address}/badge.svg)](${address})`;

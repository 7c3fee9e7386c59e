import { env, siteUrl } from '@/lib/base/env';
import { accentTones } from './accent';

export type Site = {
  name: string;
  /** Whether the host has renamed the site; the share image with our name does not fit then. */
  ownName: boolean;
  tagline: string;
  url: string;
  /** Path of the host's own logo below public/, or null for the built-in one. */
  logo: string | null;
  accent: { light: string; dark: string };
  contact: { href: string; label: string } | null;
  /** The site's topics: arXiv categories or words. */
  topics: string[];
  timeZone: string;
  /** Whether stars of repositories are counted, so that the feed by stars has data. */
  codeMomentum: boolean;
};

/** Returns the site's name, appearance and features from the environment. */
export function site(): Site {
  const {
    SITE_NAME,
    SITE_TAGLINE,
    SITE_LOGO,
    SITE_ACCENT,
    SITE_CONTACT,
    SITE_TOPICS,
    SITE_TIME_ZONE,
    CODE_STARS,
  } = env();
  return {
    name: SITE_NAME,
    ownName: SITE_NAME !== 'Papertide',
    tagline: SITE_TAGLINE,
    url: siteUrl(),
    logo: SITE_LOGO ?? null,
    accent: accentTones(SITE_ACCENT),
    contact: SITE_CONTACT ? contactLink(SITE_CONTACT) : null,
    topics: (SITE_TOPICS ?? '')
      .split(',')
      .map((topic) => topic.trim())
      .filter(Boolean),
    timeZone: SITE_TIME_ZONE,
    codeMomentum: CODE_STARS,
  };
}

/**
 * Returns a mail link for an e-mail address, and for a web address a link without its scheme in the
 * label.
 */
export function contactLink(contact: string): { href: string; label: string } | null {
  if (/^https?:\/\//.test(contact)) {
    return { href: contact, label: contact.replace(/^https?:\/\/(www\.)?|\/$/g, '') };
  }
  const address = contact.replace(/^mailto:/, '');
  return /^[^\s@<>"]+@[^\s@<>"]+$/.test(address)
    ? { href: `mailto:${address}`, label: address }
    : null;
}

import { env, siteUrl } from '@/lib/base/env';
import { accentTones } from './accent';

export type Site = {
  name: string;
  /** The host has renamed the site: the share image with our name on it is not for it. */
  ownName: boolean;
  tagline: string;
  url: string;
  /** Path of the host's own logo below public/, or null for the built-in one. */
  logo: string | null;
  accent: { light: string; dark: string };
  contact: { href: string; label: string } | null;
  /** What the site is about: arXiv categories or words. */
  topics: string[];
  timeZone: string;
  /** Stars of repositories are counted here, so that a feed by them has something to show. */
  codeMomentum: boolean;
};

/** What the host calls the site and how it looks, from the environment. */
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

/** An e-mail address becomes a mail link, a web address a link without its scheme as label. */
export function contactLink(contact: string): { href: string; label: string } | null {
  if (/^https?:\/\//.test(contact)) {
    return { href: contact, label: contact.replace(/^https?:\/\/(www\.)?|\/$/g, '') };
  }
  const address = contact.replace(/^mailto:/, '');
  return /^[^\s@<>"]+@[^\s@<>"]+$/.test(address)
    ? { href: `mailto:${address}`, label: address }
    : null;
}

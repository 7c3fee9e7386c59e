import type { Picture } from '@/lib/pictures/types';

/** The public form of an organization. */
export type Organization = {
  id: number;
  slug: string;
  name: string;
  description: string;
  links: string[];
  /** Square. */
  picture: Picture | null;
  papers: number;
  members: number;
  /** Whether any user manages it. */
  managed: boolean;
};

export type OrganizationMember = {
  handle: string;
  name: string | null;
  administrator: boolean;
  /** Only the founder can end the founder's own role. */
  founder: boolean;
  hidden: boolean;
};

/** The viewer's role in an organization. */
export type OrganizationPart = { role: 'administrator' | 'member'; hidden: boolean } | null;

export type OrganizationSummary = {
  slug: string;
  name: string;
  papers: number;
  /** The name of its picture. */
  picture: string | null;
};
export type OwnOrganization = { slug: string; name: string; administrator: boolean };

export type OpenRequest = {
  id: number;
  organization: { slug: string; name: string; papers: number };
  reader: { handle: string; name: string | null; since: Date; banned: boolean };
  words: string;
  at: Date;
};

import type { CADENCES, SUBJECTS } from './schema';

export type Cadence = (typeof CADENCES)[number];
export type Subject = (typeof SUBJECTS)[number];

/** When a subscription is due. */
export type Plan = {
  cadence: Cadence;
  /** 0 to 23, in the time zone. */
  hour: number;
  timeZone: string;
};

/** A subscription as its reader sees it. */
export type Subscription = Plan & {
  id: string;
  about: Subject;
  topics: string[];
  /** The saved search that it is about. */
  search: { id: number; name: string } | null;
  /** ISO time of the next mail; null while its address is refused. */
  nextAt: string | null;
};

/** Papers of a subscription's time, as the mail has them. */
export type Contents = {
  papers: DigestPaper[];
  /** How many there were in all. */
  total: number;
};

/** All of it plain text but the address. */
export type DigestPaper = {
  title: string;
  address: string;
  authors: string;
  excerpt: string;
  /** `12 upvotes · 3 comments · cs.LG` */
  facts: string;
};

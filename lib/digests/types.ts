import type { CADENCES, SUBJECTS } from './schema';

export type Cadence = (typeof CADENCES)[number];
export type Subject = (typeof SUBJECTS)[number];

/** The schedule of a subscription. */
export type Plan = {
  cadence: Cadence;
  /** 0 to 23, in the time zone. */
  hour: number;
  timeZone: string;
};

/** A subscription, as its owner sees it. */
export type Subscription = Plan & {
  id: string;
  about: Subject;
  topics: string[];
  /** The saved search of the subscription. */
  search: { id: number; name: string } | null;
  /** ISO time of the next mail; null while mails to its address are refused. */
  nextAt: string | null;
};

/** Papers of a mail's time span. */
export type Contents = {
  papers: DigestPaper[];
  /** How many papers the span has. */
  total: number;
};

/** A paper as plain text, with its address. */
export type DigestPaper = {
  title: string;
  address: string;
  authors: string;
  excerpt: string;
  /** `12 upvotes · 3 comments · cs.LG` */
  facts: string;
};

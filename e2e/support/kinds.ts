import type { Facts } from './facts';
import { dayFromNow } from './facts';

export type Kind = {
  name: string;
  path(facts: Facts): string;
  status: number;
  /** `stored`: the same for everybody; `personal`: answers one reader; `bare`: no page of ours. */
  sort: 'stored' | 'personal' | 'bare';
};

const at = (path: string) => () => path;

export const KINDS: Kind[] = [
  { name: 'trending', path: at('/'), status: 200, sort: 'stored' },
  { name: 'trending, page 2', path: at('/papers/trending/2'), status: 200, sort: 'stored' },
  { name: 'new', path: at('/papers/new'), status: 200, sort: 'stored' },
  { name: 'a day', path: ({ day }) => `/papers/date/${day}`, status: 200, sort: 'stored' },
  {
    name: 'a month',
    path: ({ day }) => `/papers/month/${day.slice(0, 7)}`,
    status: 200,
    sort: 'stored',
  },
  { name: 'a week that is not', path: at('/papers/week/2025-W53'), status: 404, sort: 'stored' },
  { name: 'most discussed', path: at('/papers/discussed'), status: 200, sort: 'stored' },
  { name: 'with code', path: at('/papers/with-code'), status: 200, sort: 'stored' },
  { name: 'code momentum', path: at('/papers/code-momentum'), status: 200, sort: 'stored' },
  {
    name: 'the versions of a paper',
    path: ({ slug }) => `/papers/${slug}/versions`,
    status: 200,
    sort: 'stored',
  },
  { name: 'operations, for others', path: at('/operations'), status: 404, sort: 'bare' },
  { name: 'a year', path: at('/papers/year/2024'), status: 200, sort: 'stored' },
  { name: 'topics', path: at('/topics'), status: 200, sort: 'stored' },
  { name: 'a topic', path: at('/topics/cs.LG'), status: 200, sort: 'stored' },
  { name: 'a topic, new', path: at('/topics/cs.LG/new'), status: 200, sort: 'stored' },
  {
    name: 'a topic, a month',
    path: ({ day }) => `/topics/cs.LG/month/${day.slice(0, 7)}`,
    status: 200,
    sort: 'stored',
  },
  { name: 'a topic without papers', path: at('/topics/cmp-lg'), status: 200, sort: 'stored' },
  { name: 'no topic', path: at('/topics/cs.XY'), status: 404, sort: 'bare' },
  { name: 'filter', path: at('/papers/filter'), status: 200, sort: 'personal' },
  {
    name: 'filtered papers',
    path: at('/papers/filter?topic=cs.LG&code=1'),
    status: 200,
    sort: 'personal',
  },
  {
    name: 'a filter that cannot be read',
    path: at('/papers/filter?topic=numerical&year=24'),
    status: 200,
    sort: 'personal',
  },
  { name: 'a paper', path: ({ slug }) => `/papers/${slug}`, status: 200, sort: 'stored' },
  { name: 'the log of moderation', path: at('/moderation'), status: 200, sort: 'stored' },
  { name: 'a reader', path: at('/u/tidal-lemma'), status: 200, sort: 'stored' },
  { name: 'what a reader wrote', path: at('/u/tidal-lemma/comments'), status: 200, sort: 'stored' },
  { name: "a reader's upvotes", path: at('/u/tidal-lemma/upvotes'), status: 200, sort: 'stored' },
  { name: 'a reader there is not', path: at('/u/no-such-reader'), status: 404, sort: 'stored' },
  { name: 'no handle', path: at('/u/-'), status: 404, sort: 'bare' },
  { name: 'how papers are ranked', path: at('/about/ranking'), status: 200, sort: 'stored' },
  { name: 'what programs can ask', path: at('/docs/api'), status: 200, sort: 'stored' },
  { name: 'about', path: at('/about'), status: 200, sort: 'stored' },
  {
    name: "a paper's newest threads",
    path: ({ slug }) => `/papers/${slug}/discussion/newest`,
    status: 200,
    sort: 'stored',
  },
  {
    name: 'a thread there is not',
    path: ({ slug }) => `/papers/${slug}/thread/999999999`,
    status: 404,
    sort: 'stored',
  },
  {
    name: 'the history of no comment',
    path: at('/comments/999999999/history'),
    status: 404,
    sort: 'stored',
  },
  { name: 'a paper there is not', path: at('/papers/0704.99999'), status: 404, sort: 'stored' },
  {
    name: 'a page of a feed beyond its end',
    path: at('/papers/new/90'),
    status: 404,
    sort: 'stored',
  },
  {
    name: 'a day to come',
    path: () => `/papers/date/${dayFromNow(3)}`,
    status: 404,
    sort: 'stored',
  },
  { name: 'an impossible day', path: at('/papers/date/2026-02-30'), status: 404, sort: 'stored' },
  { name: 'an unknown address', path: at('/no/such/place'), status: 404, sort: 'bare' },
  { name: 'no identifier', path: at('/papers/not-a-paper'), status: 404, sort: 'bare' },
  { name: 'sign-in', path: at('/sign-in'), status: 200, sort: 'personal' },
  { name: 'check your mail', path: at('/sign-in/check-mail'), status: 200, sort: 'personal' },
  { name: 'a broken link', path: at('/sign-in/confirm'), status: 200, sort: 'personal' },
  { name: 'the mailbox', path: at('/mailbox'), status: 200, sort: 'personal' },
  { name: 'hidden and muted', path: at('/settings/filters'), status: 200, sort: 'personal' },
  { name: 'tokens', path: at('/settings/tokens'), status: 200, sort: 'personal' },
  { name: 'search', path: at('/search'), status: 200, sort: 'personal' },
  { name: 'results', path: at('/search?q=learning'), status: 200, sort: 'personal' },
  { name: 'submit', path: at('/submit'), status: 200, sort: 'personal' },
  { name: 'following', path: at('/following'), status: 200, sort: 'personal' },
  { name: 'what one follows', path: at('/following/manage'), status: 200, sort: 'personal' },
  {
    name: 'what a paper has to follow',
    path: ({ slug }) => `/following/paper?slug=${slug}`,
    status: 200,
    sort: 'personal',
  },
  { name: 'groups', path: at('/groups'), status: 200, sort: 'personal' },
  { name: 'no invitation', path: at('/g/join?token=none'), status: 200, sort: 'personal' },
  { name: 'a group there is not', path: at('/g/no-such-group'), status: 404, sort: 'bare' },
  {
    name: 'reporting a paper',
    path: ({ slug }) => `/report?paper=${slug}`,
    status: 200,
    sort: 'personal',
  },
  { name: 'reporting nothing', path: at('/report?comment=1e9'), status: 200, sort: 'personal' },
  {
    name: 'commenting without a script',
    path: ({ slug }) => `/comments/write?paper=${slug}`,
    status: 200,
    sort: 'personal',
  },
  { name: 'notifications', path: at('/notifications'), status: 200, sort: 'personal' },
  {
    name: 'what one is told of',
    path: at('/settings/notifications'),
    status: 200,
    sort: 'personal',
  },
  {
    name: 'following a discussion',
    path: ({ slug }) => `/notifications/paper?slug=${slug}`,
    status: 200,
    sort: 'personal',
  },
  { name: 'unsubscribing', path: at('/unsubscribe?token=none'), status: 200, sort: 'personal' },
  { name: 'the own profile', path: at('/settings/profile'), status: 200, sort: 'personal' },
  { name: 'settings', path: at('/settings'), status: 200, sort: 'personal' },
];

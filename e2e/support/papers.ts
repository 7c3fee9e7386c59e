/**
 * Demo papers that journeys change, one each: which paper is at a place of a feed depends on the
 * journeys before. A year with few papers always shows all of them.
 */
const PAPERS = {
  'upvoted and taken back': '2006.11239',
  'clicked fast': '2010.11929',
  'upvoted on a feed': '1312.6114',
  'upvoted without a pointer': '1909.04868',
  'answered late': '2005.14165',
  'reloaded at once': '2001.08361',
  'upvoted offline': '2007.01409',
  'wanted before signing in': '2011.13456',
  'wanted before signing in by code': '2204.13902',
  'wanted before signing in by passkey': '2303.10798',
  'commented before signing in': '1312.5602',
  'upvoted before scripts': '2203.15556',
  'upvoted without scripts': '2106.09685',
  'commented with math': '1810.04805',
  'commented with hostile texts': '1503.02531',
  'asked about': '1801.00862',
  'moderated votes': '1505.04597',
  'moderated comments': '1609.02907',
  'taken away': '1502.03167',
  'mentioned on': 'math/0404188',
  'commented without scripts': 'quant-ph/9508027',
  'hidden by one': 'cond-mat/9910332',
  'upvoted by a program': '1406.2661',
  merged: '1409.0473',
  'merged into': '1412.6980',
  claimed: '1806.07366',
  'of an organization': '1603.02754',
  collected: '2312.07243',
  'collected second': '2312.14057',
  'saved for offline': '1301.3781',
  'open during a deploy': '1311.4600',
  'collected without scripts': '2312.00752',
} as const;

/** Returns the slug of a journey's own paper. */
export const paperOf = (journey: keyof typeof PAPERS): string => PAPERS[journey];

export const REPORT_PATH = '/report';
export const REPORTS_PATH = '/moderation/reports';

/** The form to report a comment, a paper or a collection. */
export const reportPath = (
  what: { comment: number } | { paper: string } | { collection: string },
): string => {
  if ('comment' in what) return `${REPORT_PATH}?comment=${what.comment}`;
  return 'collection' in what
    ? `${REPORT_PATH}?collection=${what.collection}`
    : `${REPORT_PATH}?paper=${encodeURIComponent(what.paper)}`;
};

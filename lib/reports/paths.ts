export const REPORT_PATH = '/report';
export const REPORTS_PATH = '/moderation/reports';

/** The form for reporting a comment or a paper. */
export const reportPath = (what: { comment: number } | { paper: string }): string =>
  'comment' in what
    ? `${REPORT_PATH}?comment=${what.comment}`
    : `${REPORT_PATH}?paper=${encodeURIComponent(what.paper)}`;

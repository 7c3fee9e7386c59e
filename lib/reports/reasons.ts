/** The reasons for a report, with the form's labels. */
export const REPORT_REASONS = {
  spam: 'Spam or advertising',
  abuse: 'Insults, threats or harassment',
  off_topic: 'Has nothing to do with the paper',
  wrong: 'False or misleading on purpose',
  rights: 'Somebody’s rights: private facts, copyright',
  other: 'Something else',
} as const;

export type ReportReason = keyof typeof REPORT_REASONS;

export const REASON_NAMES = Object.keys(REPORT_REASONS) as [ReportReason, ...ReportReason[]];

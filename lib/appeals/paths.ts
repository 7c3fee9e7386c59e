export const CASE_PATH = '/moderation/case';
export const ANSWERS_PATH = '/moderation/answers';

/** What a moderator did about the reader who asks, with the form to answer. */
export const casePath = (entry: number): string => `${CASE_PATH}?entry=${entry}`;

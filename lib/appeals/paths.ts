export const CASE_PATH = '/moderation/case';
export const ANSWERS_PATH = '/moderation/answers';

/** The page of a moderation act for the user it concerns, with the form to appeal. */
export const casePath = (entry: number): string => `${CASE_PATH}?entry=${entry}`;

export const CASE_PATH = '/moderation/case';
export const APPEALS_PATH = '/moderation/appeals';

/** The page of a moderation act for the user it concerns, with the form to appeal. */
export const casePath = (entry: number): string => `${CASE_PATH}?entry=${entry}`;

export const UPDATED = 'The site was updated after this page was loaded. Reload it and try again.';
export const RELOADING = 'The site was updated. Reloading this page…';
export const UNREACHABLE = 'The site can’t be reached. Nothing was changed.';
export const NO_ANSWER = 'The site didn’t respond. Try again.';
export const REOPENED =
  'The site was updated, so this page was reloaded. Your comment is not posted yet.';

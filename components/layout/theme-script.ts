import { HINT_COOKIE } from '@/lib/web/hint';

/** Storage key of an explicit theme; without a value, the system's preference applies. */
export const THEME_KEY = 'theme';

/** Storage key that records that the digest line was closed. */
export const MAIL_LINE_KEY = 'papertide:mail-line';

/**
 * Runs before the first paint: sets the theme, and hides the digest line if it was closed or the
 * user is signed in. The script is constant, so its hash in the CSP is too.
 */
export const THEME_SCRIPT = `try{var t=localStorage.getItem('${THEME_KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t;if(localStorage.getItem('${MAIL_LINE_KEY}')||/(^|; )${HINT_COOKIE}=/.test(document.cookie))document.documentElement.dataset.mail='off'}catch(e){}`;

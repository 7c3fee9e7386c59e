import { HINT_COOKIE } from '@/lib/web/hint';

/** Where the switch keeps an explicit choice; nothing there: the system decides. */
export const THEME_KEY = 'theme';

/** Where the line that offers papers by mail keeps that it was closed. */
export const MAIL_LINE_KEY = 'papertide:mail-line';

/**
 * Runs before the first paint: the theme, and whether the line about mails is left out, because it was
 * closed or somebody is signed in. Constant, so that its hash in the policy is constant too.
 */
export const THEME_SCRIPT = `try{var t=localStorage.getItem('${THEME_KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t;if(localStorage.getItem('${MAIL_LINE_KEY}')||/(^|; )${HINT_COOKIE}=/.test(document.cookie))document.documentElement.dataset.mail='off'}catch(e){}`;

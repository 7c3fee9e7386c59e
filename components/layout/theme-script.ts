/** Where the switch keeps an explicit choice; nothing there: the system decides. */
export const THEME_KEY = 'theme';

/** Runs before the first paint. Constant, so that its hash in the policy is constant too. */
export const THEME_SCRIPT = `try{var t=localStorage.getItem('${THEME_KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}`;

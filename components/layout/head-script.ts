import { EARLY_SCRIPT } from './early-events';
import { HEAL_SCRIPT } from './heal-script';
import { THEME_SCRIPT } from './theme-script';

/**
 * What runs before the first paint. One element, because the page cache joins neighbouring inline
 * scripts, and React would look for the others when it hydrates.
 */
export const HEAD_SCRIPT = [THEME_SCRIPT, HEAL_SCRIPT, EARLY_SCRIPT].join(';\n');

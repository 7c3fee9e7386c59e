const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Escapes text for HTML, inside an element or a quoted attribute. With `element` it escapes only
 * what is necessary there, for clients that show the text without decoding it.
 */
export const escapeHtml = (text: string, inside: 'anything' | 'element' = 'anything'): string =>
  text.replace(inside === 'element' ? /[&<]/g : /[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

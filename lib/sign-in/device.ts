const BROWSERS: [string, RegExp][] = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\bOPR\/|\bOpera\b/],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|CriOS|HeadlessChrome|Chromium)\//],
  ['Safari', /\bSafari\//],
];
const SYSTEMS: [string, RegExp][] = [
  ['Android', /\bAndroid\b/],
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b|\bMacintosh\b/],
  ['Linux', /\bLinux\b|\bX11\b/],
];

const named = (names: [string, RegExp][], text: string): string | undefined =>
  names.find(([, pattern]) => pattern.test(text))?.[0];

/**
 * Returns browser and system as a user knows them, such as "Firefox on Linux", from a User-Agent
 * header; null if neither is known. Versions are omitted: they would distinguish users.
 */
export function deviceWords(userAgent: string | null): string | null {
  const text = (userAgent ?? '').slice(0, 500);
  const [browser, system] = [named(BROWSERS, text), named(SYSTEMS, text)];
  return browser && system ? `${browser} on ${system}` : (browser ?? system ?? null);
}

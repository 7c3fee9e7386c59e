/**
 * Minimum versions: lower ones have published vulnerabilities. Applies to every copy in the tree.
 */
export const FLOORS: Record<string, string> = {
  next: '16.4.5',
  react: '19.3.1',
  'react-dom': '19.3.1',
  sharp: '0.35.5',
  'next-auth': '4.24.15',
  nodemailer: '10.1.4',
  'drizzle-orm': '0.45.2',
  katex: '0.18.2',
  'mdast-util-to-hast': '13.2.1',
  zod: '4.6.7',
};

const numbers = (version: string): number[] =>
  (version.split(/[-+]/)[0] ?? '').split('.').map(Number);

/** Whether `version` is at least `floor`; a pre-release of the floor is lower. */
export function reaches(version: string, floor: string): boolean {
  const have = numbers(version);
  const want = numbers(floor);
  for (let i = 0; i < 3; i += 1) {
    const difference = (have[i] ?? 0) - (want[i] ?? 0);
    if (Number.isNaN(difference)) return false;
    if (difference !== 0) return difference > 0;
  }
  return !version.includes('-');
}

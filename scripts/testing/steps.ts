export type Step = {
  name: string;
  /** Arguments of `npm run`. */
  script: string[];
  /** Where its test counts come from. */
  counts?: 'vitest' | 'playwright';
  /** A step that this one is pointless without. */
  needs?: string;
};

/** In this order: what fails fast comes first, what needs the build comes after it. */
export const STEPS: Step[] = [
  { name: 'format', script: ['format:check'] },
  { name: 'lint', script: ['lint'] },
  { name: 'imports', script: ['lint:imports'] },
  { name: 'types', script: ['typecheck'] },
  { name: 'lockfile', script: ['lockfile', 'check'] },
  { name: 'unit', script: ['test:unit'], counts: 'vitest' },
  { name: 'service', script: ['test:service'], counts: 'vitest' },
  { name: 'build', script: ['build'] },
  { name: 'e2e', script: ['test:e2e'], counts: 'playwright', needs: 'build' },
];

/** The steps that `--only a,b` names, or all of them; throws on a name that is none. */
export function chosenSteps(args: readonly string[]): Step[] {
  const only = args.flatMap((arg, i) => {
    if (arg.startsWith('--only=')) return arg.slice('--only='.length).split(',');
    return args[i - 1] === '--only' ? arg.split(',') : [];
  });
  const unknown = only.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length || (args.length && !only.length)) {
    const names = STEPS.map((step) => step.name).join(', ');
    throw new Error(`Usage: npm test -- --only ${names}`);
  }
  return only.length ? STEPS.filter((step) => only.includes(step.name)) : STEPS;
}

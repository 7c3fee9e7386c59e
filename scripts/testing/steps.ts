export type Step = {
  name: string;
  /** Arguments of `npm run`. */
  script: string[];
  /** The runner that its test counts come from. */
  counts?: 'vitest' | 'playwright';
  /** A step that must pass first. */
  needs?: string;
  /** Uses every core for browsers, so nothing runs beside it. */
  alone?: boolean;
};

/** In this order: fast checks first, the build beside the unit tests. */
export const STEPS: Step[] = [
  { name: 'format', script: ['format:check'] },
  { name: 'lint', script: ['lint'] },
  { name: 'lockfile', script: ['lockfile', 'check'] },
  { name: 'types', script: ['typecheck'] },
  { name: 'imports', script: ['lint:imports'] },
  { name: 'unused', script: ['lint:unused'] },
  { name: 'unit', script: ['test:unit'], counts: 'vitest' },
  { name: 'build', script: ['build'] },
  { name: 'service', script: ['test:service'], counts: 'vitest' },
  { name: 'e2e', script: ['test:e2e'], counts: 'playwright', needs: 'build', alone: true },
];

/** Steps of `--quick`: those that need neither a database nor a build. */
const QUICK = ['format', 'lint', 'types', 'imports', 'unused', 'unit'];

/** Returns how many steps run at once: two keep two cores busy while one of them waits. */
export const stepsAtOnce = (cores: number): number => Math.max(2, Math.floor(cores / 2));

/** Returns the steps of `--only a,b` or `--quick`, or all; throws for anything else. */
export function chosenSteps(args: readonly string[]): Step[] {
  if (args.length === 1 && args[0] === '--quick') {
    return STEPS.filter(({ name }) => QUICK.includes(name));
  }
  const only = args.flatMap((arg, i) => {
    if (arg.startsWith('--only=')) return arg.slice('--only='.length).split(',');
    return args[i - 1] === '--only' ? arg.split(',') : [];
  });
  const unknown = only.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length || (args.length && !only.length)) {
    const names = STEPS.map((step) => step.name).join(', ');
    throw new Error(`Usage: npm test -- --quick, or npm test -- --only ${names}`);
  }
  return only.length ? STEPS.filter((step) => only.includes(step.name)) : STEPS;
}

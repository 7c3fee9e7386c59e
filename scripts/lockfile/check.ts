import { FLOORS, reaches } from './floors';
import { type LockedPackage, type Lockfile, missingOptional, nameOf } from './tree';

const REGISTRY = 'https://registry.npmjs.org/';

/** Only another platform's binary, missing from the registry in use, may lack a hash. */
const needsIntegrity = (locked: LockedPackage) =>
  !locked.link && !(locked.optional && (locked.os || locked.cpu));

/** Returns the lockfile's problems, one line each. */
export function lockfileProblems(lockfile: Lockfile): string[] {
  const problems = missingOptional(lockfile).map(
    ({ parent, name, range }) =>
      `${parent} depends on ${name}@${range}, which has no entry: run npm run lockfile -- complete`,
  );
  for (const [path, locked] of Object.entries(lockfile.packages)) {
    if (path === '') continue;
    if (locked.resolved && !locked.link && !locked.resolved.startsWith(REGISTRY)) {
      problems.push(`${path} comes from another place than ${REGISTRY}`);
    }
    if (!locked.integrity && needsIntegrity(locked)) problems.push(`${path} has no integrity`);
    const name = nameOf(path, locked);
    const floor = FLOORS[name];
    if (floor && !reaches(locked.version ?? '', floor)) {
      problems.push(`${path} is ${locked.version}, below the floor ${floor}`);
    }
  }
  for (const name of Object.keys(FLOORS)) {
    if (!lockfile.packages[`node_modules/${name}`]) problems.push(`${name} is not in the lockfile`);
  }
  return problems;
}

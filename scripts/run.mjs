import module from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { COMPILED, compile, isCompiled, programNames } from './setup/compile.mjs';

/**
 * `node scripts/run.mjs NAME [arguments]`: runs a program compiled, because the hooks by which tsx
 * loads TypeScript cost memory, time at the start and a third of each read of the API. The build
 * has compiled it; where sources are newer this does, in a second. Where nothing can be written
 * (and with `--dev`) tsx runs the sources.
 */
const [, , name = '', ...rest] = process.argv;
if (!programNames.includes(name)) {
  console.error(`There is no program “${name}”: ${programNames.join(', ')}.`);
  process.exit(2);
}
process.argv.splice(1, 2, path.resolve('scripts', `${name}.ts`));

if (!rest.includes('--dev') && (await compiled())) {
  process.env.PAPERTIDE_COMPILED = path.resolve(COMPILED);
  // Stack traces name lines of the sources; those of packages are theirs.
  if (module.setSourceMapsSupport) module.setSourceMapsSupport(true, { nodeModules: false });
  else process.setSourceMapsEnabled(true);
  await import(pathToFileURL(path.resolve(COMPILED, `${name}.mjs`)).href);
} else {
  const { register } = await import('tsx/esm/api');
  register();
  await import(pathToFileURL(path.resolve('scripts', `${name}.ts`)).href);
}

async function compiled() {
  if (isCompiled()) return true;
  try {
    await compile();
    return true;
  } catch (error) {
    if (error?.code !== 'EACCES' && error?.code !== 'EROFS') throw error;
    return false;
  }
}

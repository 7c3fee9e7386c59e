import module from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { COMPILED, compile, isCompiled, programNames } from './setup/compile.mjs';

/**
 * `node scripts/run.mjs NAME [arguments]`: runs a compiled program, because tsx's loader hooks cost
 * memory, startup time and a third of each API read. The build has compiled it; if sources are
 * newer, this recompiles in a second. On a read-only file system (and with `--dev`) tsx runs the
 * sources.
 */
/** Programs that run on and on; `NODE_OPTIONS=--enable-source-maps` maps their traces, too. */
const LASTING = new Set(['start', 'serve', 'worker']);
const [, , name = '', ...rest] = process.argv;
if (!programNames.includes(name)) {
  console.error(`There is no program “${name}”: ${programNames.join(', ')}.`);
  process.exit(2);
}
process.argv.splice(1, 2, path.resolve('scripts', `${name}.ts`));

if (!rest.includes('--dev') && (await compiled())) {
  process.env.PAPERTIDE_COMPILED = path.resolve(COMPILED);
  // Maps stack traces of our own code to the sources, but not those of packages. What runs on and on
  // would keep the maps of all that it loads: 90 MB for the web process.
  if (!LASTING.has(name)) mapTraces();
  await import(pathToFileURL(path.resolve(COMPILED, `${name}.mjs`)).href);
} else {
  const { register } = await import('tsx/esm/api');
  register();
  await import(pathToFileURL(path.resolve('scripts', `${name}.ts`)).href);
}

function mapTraces() {
  if (module.setSourceMapsSupport) module.setSourceMapsSupport(true, { nodeModules: false });
  else process.setSourceMapsEnabled(true);
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

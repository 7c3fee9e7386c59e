import { readdirSync } from 'node:fs';

/** Exports of a bench file; the arguments are those after its name. */
type Bench = { about: string; run(args: string[]): Promise<void> };

const folder = new URL('.', import.meta.url);

const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts') && file !== 'run.ts')
  .map((file) => file.slice(0, -'.ts'.length))
  .sort();

const load = (name: string): Promise<Bench> => import(new URL(`${name}.ts`, folder).href);

async function list(): Promise<void> {
  console.log('Usage: npm run bench -- NAME [arguments]\n');
  for (const name of names) console.log(`${name.padEnd(12)}${(await load(name)).about}`);
}

async function main([name, ...args]: string[]): Promise<number> {
  if (name && names.includes(name)) {
    await (await load(name)).run(args);
    return 0;
  }
  await list();
  return name ? 2 : 0;
}

process.exitCode = await main(process.argv.slice(2));

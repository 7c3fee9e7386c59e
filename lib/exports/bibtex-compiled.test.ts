import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exportPapers } from './export-papers';
import { HOSTILE_TEX } from './hostile-tex';
import type { ExportPaper } from './types';

const works = (command: string): boolean => spawnSync(command, ['--version']).status === 0;
const HAS_TEX = works('pdflatex') && works('bibtex');
if (!HAS_TEX) process.stderr.write('pdflatex and bibtex are not installed: nothing is typeset\n');

const paper = (text: string): ExportPaper => ({
  id: 1,
  slug: 'x',
  source: 'arxiv',
  externalId: text,
  title: text,
  abstract: '',
  keywords: [],
  authors: [{ name: text }, { name: `Ada ${text} Lovelace` }],
  authorCount: 2,
  organization: null,
  publishedAt: '2022-01-12T09:50:38.000Z',
  categories: [text],
  doi: null,
  journalRef: text,
  codeUrl: null,
  upvotes: 0,
  comments: 0,
});

/** A style that prints every field unescaped, like the least careful one. */
const BARE = `ENTRY {title author year journal doi eprint archiveprefix primaryclass}{}{}
FUNCTION {out} { duplicate$ empty$ 'pop$ { write$ newline$ } if$ }
FUNCTION {article} { "\\bibitem{" cite$ * "}" * write$ newline$
  title out author out year out journal out eprint out primaryclass out newline$ }
FUNCTION {misc} { article }
READ
EXECUTE {begin}
ITERATE {call.type$}
EXECUTE {end}
`.replace(
  'READ',
  'FUNCTION {begin} { "\\begin{thebibliography}{9}" write$ newline$ }\nFUNCTION {end} { "\\end{thebibliography}" write$ newline$ }\nREAD',
);

const folder = mkdtempSync(join(tmpdir(), 'papertide-tex-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(() => writeFileSync(join(folder, 'bare.bst'), BARE));

/**
 * Typesets a bibliography without TeX's restrictions on files; returns the opened files and the
 * log.
 */
function typeset(bib: string, style: string): { opened: string[]; log: string } {
  const env = { ...process.env, openin_any: 'a', openout_any: 'a', shell_escape: 't' };
  const run = (command: string, ...args: string[]) =>
    spawnSync(command, args, { cwd: folder, env, timeout: 60_000 });
  writeFileSync(join(folder, 'library.bib'), bib);
  writeFileSync(
    join(folder, 'main.tex'),
    `\\documentclass{article}\\begin{document}\\nocite{*}
\\bibliographystyle{${style}}\\bibliography{library}\\end{document}\n`,
  );
  const pdflatex = () =>
    run('pdflatex', '-recorder', '-shell-escape', '-interaction=nonstopmode', 'main.tex');
  pdflatex();
  const bibtex = run('bibtex', 'main');
  expect(bibtex.status, `${bibtex.stdout}`).toBe(0);
  pdflatex();
  const opened = readFileSync(join(folder, 'main.fls'), 'utf8')
    .split('\n')
    .filter((line) => /^(INPUT|OUTPUT) /.test(line))
    .map((line) => line.replace(/^\w+ /, ''))
    .filter((file) => !/\/\.?tex(mf|live)/.test(file))
    .filter((file) => !/^(\.\/)?main\.(tex|aux|bbl|log|pdf)$/.test(file));
  return { opened, log: readFileSync(join(folder, 'main.log'), 'utf8') };
}

const FRAMES: [string, string][] = [
  ['', ''],
  ['$', '$'],
  ['\\(', '\\)'],
  ['$$', '$$'],
];

it.runIf(HAS_TEX)('detects the effects of a title that is not escaped', () => {
  const raw = '@misc{a, title = {{$\\InputIfFileExists{/etc/hostname}{}{}$}}}';
  expect(typeset(raw, 'plain').opened).toContain('/etc/hostname');
});

it.runIf(HAS_TEX)('TeX opens no file and reports no error', { timeout: 300_000 }, () => {
  const papers = FRAMES.flatMap(([open, close]) =>
    HOSTILE_TEX.map((text) => paper(`A ${open}${text}${close} b`)),
  );
  const bib = exportPapers(papers, 'bib', 'https://p.example').body;
  for (const style of ['plain', 'abbrv', 'unsrt', 'bare']) {
    const { opened, log } = typeset(bib, style);
    expect(opened, style).toEqual([]);
    expect(log, style).toMatch(/Output written on main\.pdf/);
    expect(log, style).not.toMatch(/^! (Undefined|Runaway|Emergency|File ended|Too many)/m);
    expect(log, style).not.toMatch(/^runsystem\(/m);
  }
  expect(readdirSync(folder).filter((file) => /stolen/.test(file))).toEqual([]);
});

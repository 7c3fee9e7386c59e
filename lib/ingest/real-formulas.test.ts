import { createReadStream } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { noTestData, testDataFiles } from '@/db/testing/test-data';
import { parseLatex } from '@/lib/markup/latex';
import { formulaToMathml } from '@/lib/markup/latex-formula';
import { paragraphsOf } from '@/lib/markup/paragraphs';
import { readRecords } from './read';

/**
 * Returns visible dollars and commands in a title or an abstract, and formulas that KaTeX refuses.
 */
function rawTex(text: string): string[] {
  return paragraphsOf(text)
    .flatMap(parseLatex)
    .flatMap((segment) => {
      if (segment.kind !== 'formula') return segment.text.match(/\$\w*|\\\w*/g) ?? [];
      const mathml = formulaToMathml(segment);
      // KaTeX prints unknown commands by name.
      return mathml ? (mathml.match(/(?<=<mtext>)\\\w+/g) ?? []) : [segment.source];
    });
}

async function rawTexOf(...paths: string[]) {
  const found: Record<string, string[]> = {};
  let records = 0;
  for (const path of paths) {
    for await (const one of readRecords(createReadStream(path, 'utf8'), {})) {
      if (!one.ok) continue;
      records++;
      const { externalId, title, abstract, summary } = one.record;
      const raw = [title, abstract ?? '', summary ?? ''].flatMap(rawTex);
      if (raw.length > 0) found[externalId] = raw;
    }
  }
  return { records, found };
}

describe.skipIf(noTestData)('TeX on the real files (skipped unless TEST_DATA_DIR is set)', () => {
  it('is typeset in all entries of the daily lists', async () => {
    const { records, found } = await rawTexOf(...testDataFiles('hf_daily'));
    expect(records).toBe(422);
    expect(found).toEqual({
      // An amount of money, and macros of the authors that arXiv's page shows as well.
      '2607.13125': ['$400K'],
      '2607.13124': ['\\shortopd', '\\shortopd'],
      '2607.14749': ['\\eg'],
    });
  });

  it('is typeset on the page of OAI-PMH', async () => {
    const { records, found } = await rawTexOf(...testDataFiles('arxiv_oai'));
    expect(records).toBe(1_000);
    // Macros of the authors, outside of formulas and within: arXiv's page shows them as well.
    expect(found).toEqual({
      '1902.03129': ['\\alg'],
      '1904.02902': ['\\pccan'],
      '1909.09757': ['\\eg'],
      '1904.07117': ['\\SO'],
      '1906.00380': ['\\F'],
    });
  });
});

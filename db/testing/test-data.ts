import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Folder of real data that some tests read; not part of the repository. */
const folder = process.env.TEST_DATA_DIR;

/** For `describe.skipIf`, with a title that says what is missing. */
export const noTestData = !folder;

export const testDataPath = (...parts: string[]): string => path.join(folder ?? '', ...parts);

export const testDataText = (...parts: string[]): string =>
  readFileSync(testDataPath(...parts), 'utf8');

export const testDataFiles = (...parts: string[]): string[] =>
  readdirSync(testDataPath(...parts))
    .sort()
    .map((name) => testDataPath(...parts, name));

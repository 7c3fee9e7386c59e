import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

it('npm run serve without a build fails, without starting a build or a database', async () => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'papertide-serve-'));
  try {
    for (const name of readdirSync('.')) {
      if (/^(\.env|\.next|\.data|dist)$/.test(name)) continue;
      symlinkSync(path.resolve(name), path.join(root, name));
    }
    const { PATH, HOME } = process.env;
    const running = promisify(execFile)('npm', ['run', '--silent', 'serve'], {
      cwd: root,
      env: { PATH, HOME, NODE_ENV: 'production', PORT: '0' },
    });
    await expect(running).rejects.toMatchObject({
      code: 1,
      stderr: 'There is no build. Build first, with the same settings: npm run build\n',
    });
    expect(existsSync(path.join(root, '.next'))).toBe(false);
    expect(existsSync(path.join(root, '.data/postgres'))).toBe(false);
  } finally {
    rmSync(root, { recursive: true });
  }
});

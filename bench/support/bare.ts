import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export type BareResponse = { status: number; headers: Record<string, string>; body: Buffer };

/** Starts a bare `node:http` server in a separate process that returns this response every time. */
export async function startBare({ status, headers, body }: BareResponse) {
  const script = fileURLToPath(new URL('./bare-server.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify({ status, headers, body: body.toString('base64') }));
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
    child.once('exit', (code) => reject(new Error(`The bare server ended with ${code}`)));
  });
  return { url: `http://127.0.0.1:${port}/`, stop: () => child.kill() };
}

import { once } from 'node:events';
import { createServer, request as httpRequest, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { custom, Issuer } from 'openid-client';
import { afterEach, describe, expect, test } from 'vitest';
import { LARGEST_ANSWER, providerAgent } from './limited';

const servers: Server[] = [];
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** High enough that a busy machine does not time out a response that is tested for its size. */
const PATIENT = 20_000;
const discover = (issuer: string, milliseconds = PATIENT) => {
  const limits = { bytes: LARGEST_ANSWER, milliseconds };
  custom.setHttpOptionsDefaults({ agent: providerAgent(issuer, limits), timeout: 60_000 });
  return Issuer.discover(`${issuer}/.well-known/openid-configuration`);
};

const KEYS = ['token_endpoint', 'userinfo_endpoint', 'jwks_uri'] as const;
const metadata = (own: string, elsewhere = own) => ({
  issuer: own,
  authorization_endpoint: `${own}/authorize`,
  ...Object.fromEntries(KEYS.map((key) => [key, `${elsewhere}/${key}`])),
});

describe('the response of a provider', () => {
  test('is accepted within the limits', async () => {
    const issuer = await serve((_, response) => response.end(JSON.stringify(metadata(issuer))));
    expect((await discover(issuer)).metadata.issuer).toBe(issuer);
  });

  const endless: RequestListener = (_, response) => {
    const chunk = Buffer.alloc(2 ** 16, ' ');
    const more = () => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on('drain', more);
    more();
  };
  const announced: RequestListener = (_, response) =>
    response.end(Buffer.alloc(LARGEST_ANSWER + 1, ' '));
  const trickle: RequestListener = (_, response) => {
    const timer = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(timer));
  };
  test.each([
    ['without an end', endless, PATIENT, /too large/],
    ['longer than 1 MiB', announced, PATIENT, /too large/],
    ['drop by drop', trickle, 300, /too long/],
    ['never', () => {}, 300, /too long/],
  ])('is aborted if it arrives %s', async (_, listener, milliseconds, why) => {
    let sent = 0;
    const issuer = await serve((request, response) => {
      response.on('close', () => (sent = response.socket?.bytesWritten ?? sent));
      listener(request, response);
    });
    await expect(discover(issuer, milliseconds)).rejects.toThrow(why);
    expect(sent).toBeLessThan(16 * LARGEST_ANSWER);
  });
});

describe('the address of a provider', () => {
  const ask = (agent: ReturnType<typeof providerAgent>, address: string) =>
    new Promise((resolve, reject) => {
      // The agent's immediate refusals are thrown here, which rejects the promise.
      httpRequest(address, { agent }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });

  test('is never http on another host, whatever its discovery document names', async () => {
    const local = await serve((_, response) => response.end('secret'));
    await expect(
      (async () => ask(providerAgent('https://provider.example'), local))(),
    ).rejects.toThrow(/Protocol "http:" not supported/);
  });

  test('on this machine is limited to its own origin', async () => {
    const [own, other] = [
      await serve((_, response) => response.end('own')),
      await serve((_, response) => response.end('other')),
    ];
    expect(await ask(providerAgent(own), `${own}/token`)).toBe(200);
    await expect(ask(providerAgent(own), `${other}/token`)).rejects.toThrow(/https only/);
    await expect(ask(providerAgent(own), own.replace('127.0.0.1', 'localhost'))).rejects.toThrow(
      /https only/,
    );
  });
});

import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

/**
 * Node's lower bound: returns the same status, headers and bytes for every request. Runs as a
 * separate process; reads the response from stdin and prints its port.
 */
const { status, headers, body } = JSON.parse(await text(process.stdin)) as {
  status: number;
  headers: Record<string, string>;
  body: string;
};
const bytes = Buffer.from(body, 'base64');
const server = createServer((_, response) => {
  response.writeHead(status, headers);
  response.end(bytes);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address === 'object') console.log(address.port);
});

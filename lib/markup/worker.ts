import { parentPort } from 'node:worker_threads';
import { toHtml } from './pipeline';
import type { Answer, Task } from './pool';

const WARM_UP = [
  '# a\n\n**b** *c* ~~d~~ `e` [f](https://example.org) <g> h@example.org[^1]\n\n[^1]: i',
  '| a | b |\n|:--|--:|\n| $x^2$ | 2 |\n\n> - [ ] q\n\n```ts\nr\n```\n\n1. s',
  '$$\n\\sum_{i=1}^n \\frac{\\alpha_i}{\\sqrt{2}} = \\int_0^1 \\mathbb{E}[X] \\, dx\n$$ $\\foo$',
].join('\n\n');

/** Null for whatever cannot be rendered; an overflowing stack is an error like others. */
function render({ markdown, namespace }: Task): string | null {
  try {
    return toHtml(markdown, { namespace });
  } catch {
    return null;
  }
}

// The first renderings take many times as long as later ones: they are not a reader's.
for (let i = 0; i < 3; i++) render({ markdown: WARM_UP, namespace: 'w' });

parentPort?.on('message', (task: Task) => {
  parentPort?.postMessage({ html: render(task) } satisfies Answer);
});
parentPort?.postMessage('ready');

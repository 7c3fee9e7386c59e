import { parentPort } from 'node:worker_threads';
import { LANGUAGES } from './languages';
import { render } from './pipeline';
import type { RenderResult, Task } from './pool';

const WARM_UP = [
  '# a\n\n**b** *c* ~~d~~ `e` [f](https://example.org) <g> h@example.org[^1]\n\n[^1]: i',
  '| a | b |\n|:--|--:|\n| $x^2$ | 2 |\n\n> - [ ] q\n\n```ts\nconst r = `s`; // t\n```\n\n```python\ndef u(v): return "w"\n```\n\n@a 2201.04388\n\n1. s',
  '$$\n\\sum_{i=1}^n \\frac{\\alpha_i}{\\sqrt{2}} = \\int_0^1 \\mathbb{E}[X] \\, dx\n$$ $\\foo$',
].join('\n\n');

const KNOWN = { site: 'https://a.example', handles: ['a'], titles: { '2201.04388': 'A paper' } };

/** Returns null for a text that cannot be rendered; a stack overflow is an ordinary error here. */
function attempt({ markdown, namespace, known }: Task): RenderResult {
  try {
    return render(markdown, { namespace, known });
  } catch {
    return null;
  }
}

// The first renderings take many times longer than later ones, so they run in advance.
for (let i = 0; i < 3; i++) attempt({ markdown: WARM_UP, namespace: 'w', known: KNOWN });
// A grammar is compiled on first use.
for (const language of Object.keys(LANGUAGES)) {
  attempt({ markdown: `\`\`\`${language}\na = 1\n\`\`\``, namespace: 'w' });
}

parentPort?.on('message', (task: Task) => {
  parentPort?.postMessage(attempt(task) satisfies RenderResult);
});
parentPort?.postMessage('ready');

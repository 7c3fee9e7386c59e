import { afterAll, describe, expect, it } from 'vitest';
import { eventually } from '@/lib/base/testing/eventually';
import { RENDERER_VERSION, SHOWN_AS_TEXT } from './limits';
import { Pool } from './pool';
import { asText, renderMarkdown } from './render';

// A thread takes a second to start, and several on a busy machine.

const TABLE_BOMB = `|${'a|'.repeat(1_600)}\n|${'-|'.repeat(1_600)}\n${'|\n'.repeat(1_700)}`;
const PUNCTUATION = [...'!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~ \n\t\0\ud800\u202e'];

describe('rendering in a thread', () => {
  it('returns HTML and the version of its renderer', async () => {
    const { html, renderer } = await renderMarkdown('**a** $x$');
    expect(html).toMatch(/^<p><strong>a<\/strong> <math>/);
    expect(renderer).toBe(RENDERER_VERSION);
  });

  it('is deterministic, and separates footnotes by seed', async () => {
    const note = 'a[^1]\n\n[^1]: b';
    expect(await renderMarkdown(note)).toEqual(await renderMarkdown(note));
    const one = await renderMarkdown(note, { namespace: '1' });
    expect(one).not.toEqual(await renderMarkdown(note, { namespace: '2' }));
  });

  it('shows slow texts as text, and continues', async () => {
    const [bomb, other] = await Promise.all([renderMarkdown(TABLE_BOMB), renderMarkdown('*a*')]);
    expect(bomb).toEqual({ html: asText(TABLE_BOMB), renderer: SHOWN_AS_TEXT, mentioned: [] });
    expect(other.renderer).toBe(RENDERER_VERSION);
    expect((await renderMarkdown('*b*')).html).toBe('<p><em>b</em></p>');
  });

  it('escapes what it shows as text', () => {
    expect(asText('<b onclick="x">&amp;\n')).toBe(
      '<pre class="plain">&lt;b onclick=&quot;x&quot;&gt;&amp;amp;\n</pre>',
    );
  });

  it('responds for 10,000 of each character', async () => {
    for (const character of PUNCTUATION) {
      const { html } = await renderMarkdown(character.repeat(10_000));
      expect(html).not.toMatch(/<script|<style|<img| on\w+=/);
    }
  });
});

it('responds for a comment full of each language, whatever its grammar does', async () => {
  const languages = ['cpp', 'rust'];
  const pieces = ['"', '/*', 'a'];
  const known = { site: 'https://a.example', handles: ['a'], titles: {} };
  for (const language of languages) {
    for (const piece of pieces) {
      const code = piece.repeat(2_900 / piece.length);
      const { html } = await renderMarkdown(`\`\`\`${language}\n${code}\n\`\`\``, { known });
      expect(html).toMatch(/^<pre/);
    }
  }
});

describe('a pool', () => {
  const pool = new Pool({ workers: 1, waiting: 3, timeLimit: 300 });
  afterAll(() => pool.close());

  it('refuses beyond the length of its queue', async () => {
    const task = { markdown: 'a', namespace: 'c1' };
    const waiting = [pool.render(task), pool.render(task), pool.render(task)];
    expect(() => pool.render(task)).toThrow(expect.objectContaining({ reason: 'unavailable' }));
    const result = { html: '<p>a</p>', mentioned: [] };
    expect(await Promise.all(waiting)).toEqual([result, result, result]);
  });

  it('has a thread ready after a slow text, and does not render that again', async () => {
    await eventually(() => expect(pool.idle).toBe(2));
    const bomb = { markdown: TABLE_BOMB, namespace: 'c1' };
    expect(await pool.render(bomb)).toBeNull();
    expect(pool.idle).toBe(1);
    const again = pool.render(bomb);
    expect(pool.idle).toBe(1);
    expect(await again).toBeNull();
  });
});

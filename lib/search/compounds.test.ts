import { describe, expect, it } from 'vitest';
import { compoundsOf } from './compounds';
import { indexedText, normalized, searchableText } from './words';

describe('compounds', () => {
  it.each([
    ['GPT-4o', ['gpt4o']],
    ['SWE-bench', ['swebench']],
    ['real-time', ['realtime']],
    ['TwinFlow', ['twin', 'flow']],
    ['KlingTeam', ['kling', 'team']],
    ['KVCache', ['kv', 'cache']],
    ['Qwen3', ['qwen', '3']],
    ['Qwen2.5-VL', ['qwen25vl', 'qwen25', '5vl', 'qwen', '2']],
    ['SWE-bench-Verified', ['swebenchverified', 'swebench', 'benchverified']],
    ['node.js', ['nodejs']],
    ['Schrödinger', ['schroedinger']],
    ['Sørensen', ['soerensen']],
    ['LLMs and GANs', []],
    ['plain words', []],
  ])('of %s are %o', (text, expected) => {
    expect(compoundsOf(text).toSorted()).toEqual(expected.toSorted());
  });
});

describe('symbols', () => {
  it.each([
    ['π0', 'pi0'],
    ['π₀', 'pi0'],
    ['$\\pi_0$', 'pi 0'],
    ['C++', 'cpp'],
    ['C#', 'csharp'],
    ['α-divergence', 'alpha divergence'],
    ['$\\ell_p$', 'l p'],
    ['ell_p', 'l p'],
    ['bell_p', 'bell p'],
    ['Φ and ΔE', 'phi and deltae'],
  ])('of %s are spelled %s', (text, expected) => {
    expect(indexedText(text)).toBe(expected);
  });

  it('are the same word in every spelling of a name with an index', () => {
    for (const text of ['π0', '$\\pi_0$', 'pi_0', '$\\pi_{0}$', 'π₀', 'pi-0', 'pi0']) {
      const words = [
        ...normalized(searchableText(text)).split(' '),
        ...compoundsOf(searchableText(text)),
      ];
      expect(words, text).toContain('pi0');
    }
  });
});

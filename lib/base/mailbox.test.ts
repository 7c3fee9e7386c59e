import { describe, expect, it } from 'vitest';
import fc from '@/lib/base/testing/fast-check';
import { parseEmail } from './email-address';
import { mailboxKey, mailboxOf } from './mailbox';

it.each([
  ['ada@example.org', 'ada@example.org'],
  ['ada+papers@example.org', 'ada@example.org'],
  ['ada+a+b@example.org', 'ada@example.org'],
  ['ada.lovelace@example.org', 'ada.lovelace@example.org'],
  ['+ada+b@example.org', '+ada@example.org'],
  ['a.d.a+x@gmail.com', 'ada@gmail.com'],
  ['ada@googlemail.com', 'ada@gmail.com'],
  ['a.da+gmail.com@googlemail.com', 'ada@gmail.com'],
  ['ada@gmail.com.example.org', 'ada@gmail.com.example.org'],
])('%s is the mailbox %s', (email, mailbox) => {
  expect(mailboxOf(email)).toBe(mailbox);
  expect(mailboxOf(mailbox)).toBe(mailbox);
});

const word = fc.stringMatching(/^[a-z0-9_-]{1,12}$/);
const domain = fc.constantFrom('example.org', 'mail.example.com', 'gmail.com', 'googlemail.com');

/** Puts dots between some letters. */
const dotted = (text: string, places: boolean[]) =>
  [...text].map((letter, n) => (n > 0 && places[n] ? `.${letter}` : letter)).join('');

describe('the key of a mailbox', () => {
  it('is the same for every alias, and differs between mailboxes', () => {
    fc.assert(
      fc.property(
        word,
        word,
        word,
        fc.array(fc.boolean()),
        domain,
        (local, other, tag, at, host) => {
          const gmail = host.startsWith('g');
          const spelled = gmail ? dotted(local, at) : local;
          const alias = parseEmail(`${spelled}+${tag}@${host.toUpperCase()}`);
          const plain = parseEmail(`${local}@${host}`);
          if (!alias || !plain) throw new Error('no address');
          expect(mailboxKey(alias)).toBe(mailboxKey(plain));
          if (other !== local) expect(mailboxKey(`${other}@${host}`)).not.toBe(mailboxKey(plain));
        },
      ),
    );
  });

  it('reveals no address', () => {
    expect(mailboxKey('ada@example.org')).toMatch(/^[\w-]{22}$/);
  });
});

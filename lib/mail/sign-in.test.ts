import { expect, it } from 'vitest';
import { forgetEnv } from '@/lib/base/env';
import { signInMail } from './sign-in';

it('has the site, the lifetime, and what to do if it was not requested; escaped once', () => {
  process.env.SITE_NAME = 'Papers & <Friends>';
  forgetEnv();
  const mail = signInMail({
    to: "o'brien+x@example.org",
    token: 'tok',
    code: '012345',
    from: '//evil.example',
    expires: new Date('2026-01-01T00:00:00Z'),
  });
  delete process.env.SITE_NAME;
  forgetEnv();
  expect(mail.subject).toBe('Sign in to Papers & <Friends>');
  const link = 'http://localhost:3000/sign-in/confirm?token=tok&email=o%27brien%2Bx%40example.org';
  expect(mail.text).toContain(`${link}\n`);
  expect(mail.html).toContain(`href="${link.replace(/&/g, '&amp;')}"`);
  expect(mail.html).toContain('Papers &amp; &lt;Friends&gt;');
  for (const part of [mail.text, mail.html]) {
    expect(part).toContain('localhost:3000');
    expect(part).toContain('once and expires after one hour');
    expect(part).toContain('012 345');
    expect(part).toContain('If you did not request this mail');
    expect(part).not.toContain('evil');
  }
});

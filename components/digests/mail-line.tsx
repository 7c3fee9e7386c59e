import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/field';
import { canMail } from '@/lib/mail/mode';
import { formPath } from '@/lib/registry/form-path';
import { site } from '@/lib/site/site';
import { CloseMailLine } from './close-mail-line';

/**
 * One line that offers the daily digest by email; renders nothing if the site sends no email. The
 * theme script (components/layout/theme-script) hides it before the first paint for signed-in users
 * and for those who closed it.
 */
export function MailLine() {
  if (!canMail()) return null;
  return (
    <section aria-label="Papers by mail" className="mail-line screen-only">
      <form
        method="post"
        action={formPath('digests/subscribeAddress')}
        className="flex flex-wrap items-center gap-x-3 gap-y-2 sm:pr-10"
      >
        <label htmlFor="mail-line-address" className="grow pr-8 text-sm sm:pr-0">
          The day’s best papers, every morning by mail.
        </label>
        <input type="hidden" name="cadence" value="daily" />
        <input type="hidden" name="hour" value="8" />
        <input type="hidden" name="timeZone" value={site().timeZone} />
        <span className="flex grow gap-2 sm:grow-0">
          <Input
            id="mail-line-address"
            name="email"
            type="email"
            required
            maxLength={254}
            autoComplete="email"
            placeholder="you@example.org"
            className="h-9! min-w-0 sm:w-56 sm:text-sm!"
          />
          <Button type="submit" size="sm" className="h-9! shrink-0">
            Subscribe
          </Button>
        </span>
      </form>
      <CloseMailLine />
    </section>
  );
}

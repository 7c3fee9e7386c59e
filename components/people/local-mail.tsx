import { Card } from '@/components/ui/card';
import { siteUrl } from '@/lib/base/env';

const ADDRESS = /(https?:\/\/\S+)/;

/** One email as text; links to this site use the host name of the current request. */
export function LocalMail(mail: { to: string; subject: string; text: string; at: string }) {
  return (
    <Card>
      <h2 className="font-semibold">{mail.subject}</h2>
      <p className="text-muted text-sm">
        to {mail.to}, <time dateTime={mail.at}>{mail.at.slice(0, 19).replace('T', ' ')} UTC</time>
      </p>
      <p className="mt-3 whitespace-pre-wrap break-words text-sm">
        {mail.text.split(ADDRESS).map((part) =>
          part.startsWith(`${siteUrl()}/`) ? (
            <a key={part} href={part.slice(siteUrl().length)} className="text-link">
              {part}
            </a>
          ) : (
            part
          ),
        )}
      </p>
    </Card>
  );
}

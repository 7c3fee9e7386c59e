import {
  Body,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Link,
  Preview,
  Section,
  Text,
} from '@react-email/components';
import { render, toPlainText } from '@react-email/render';
import { Fragment } from 'react';
import { env, siteUrl } from '@/lib/base/env';
import type { Mail } from '@/lib/mail/types';
import { formatDayOnly } from '@/lib/papers/dates';
import { excerpt } from '@/lib/papers/excerpt';
import { aboutWords, planWords } from './messages';
import { DIGEST_SETTINGS_PATH, endPagePath, endPath } from './paths';
import type { Place } from './places';
import type { Contents, DigestPaper, Plan, Subject } from './types';

export type Letter = {
  to: string;
  /** Ends this subscription (lib/digests/token). */
  token: string;
  plan: Plan;
  about: Subject;
  topics: string[];
  searchName: string | null;
  /** Whether it belongs to an account, which has settings. */
  own: boolean;
  contents: Contents;
  /** The due day in the subscriber's time zone, YYYY-MM-DD. */
  day: string;
  /** Pages of the site with these papers. */
  places: Place[];
};

/** Renders the mail of a subscription as HTML and as plain text. */
export async function digestMail(letter: Letter): Promise<Mail> {
  const { to, token, contents, day } = letter;
  const html = await render(<DigestLetter {...letter} />);
  const [first] = contents.papers;
  const more = contents.total - 1;
  return {
    to,
    // Name and day come first: mailboxes cut long subjects, and mails of two days have to differ.
    subject: `${env().SITE_NAME}, ${formatDayOnly(day)}: ${excerpt(first?.title ?? 'Papers', 160)}${more > 0 ? `, and ${more} more` : ''}`,
    html,
    text: toPlainText(html, { wordwrap: 78, selectors: HEADINGS }),
    unsubscribe: siteUrl() + endPath(token),
    once: true,
  };
}

/** Keeps the case of headings, which html-to-text would capitalize. */
const HEADINGS = ['h1', 'h2'].map((selector) => ({ selector, options: { uppercase: false } }));

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif';
const muted = { color: '#57534e', fontSize: '14px', lineHeight: '20px', margin: '2px 0' };

function DigestLetter({ token, plan, contents, own, day, places, ...subject }: Letter) {
  const { SITE_NAME, SITE_ACCENT } = env();
  const site = siteUrl();
  const what = aboutWords(subject);
  const rest = contents.total - contents.papers.length;
  const title = `${SITE_NAME}: ${what}`;
  return (
    <Html lang="en">
      <Head>
        <title>{title}</title>
      </Head>
      <Preview>{contents.papers.map((paper) => paper.title).join(' · ')}</Preview>
      <Body style={{ fontFamily: FONT, color: '#1c1917', backgroundColor: '#ffffff', margin: 0 }}>
        {/* One long word would stretch a table beyond any width. */}
        <Container style={{ maxWidth: '600px', padding: '16px', wordBreak: 'break-word' }}>
          <Heading as="h1" style={{ fontSize: '20px', lineHeight: '28px', margin: '8px 0' }}>
            {title}
          </Heading>
          <Text style={muted}>
            {formatDayOnly(day)}
            {places.length > 0 ? ` · on ${SITE_NAME}: ` : null}
            <PlaceLinks places={places} />
          </Text>
          {contents.papers.map((paper) => (
            <Paper key={paper.address} paper={paper} accent={SITE_ACCENT} />
          ))}
          {rest > 0 ? (
            <Text style={{ ...muted, margin: '16px 0' }}>
              And {rest} more:{' '}
              {places.length > 0 ? (
                <PlaceLinks places={places} />
              ) : (
                <Link href={site}>{SITE_NAME}</Link>
              )}
            </Text>
          ) : null}
          <Hr style={{ borderColor: '#e7e5e4', margin: '20px 0 12px' }} />
          <Text style={muted}>
            You asked {SITE_NAME} for {what}, {planWords(plan)}.{' '}
            {own ? (
              <>
                <Link href={site + DIGEST_SETTINGS_PATH}>Change it</Link> or{' '}
              </>
            ) : null}
            <Link href={site + endPagePath(token)}>get no more of these mails</Link>.
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

function PlaceLinks({ places }: { places: Place[] }) {
  return places.map(({ label, path }, n) => (
    <Fragment key={path}>
      {n > 0 ? ', ' : null}
      <Link href={siteUrl() + path}>{label}</Link>
    </Fragment>
  ));
}

function Paper({ paper, accent }: { paper: DigestPaper; accent: string }) {
  return (
    <Section style={{ padding: '12px 0 4px' }}>
      <Heading as="h2" style={{ fontSize: '17px', lineHeight: '24px', margin: 0 }}>
        <Link href={paper.address} style={{ color: accent, textDecoration: 'none' }}>
          {paper.title}
        </Link>
      </Heading>
      <Text style={muted}>{paper.authors}</Text>
      <Text style={{ fontSize: '15px', lineHeight: '22px', margin: '4px 0' }}>{paper.excerpt}</Text>
      <Text style={muted}>{paper.facts}</Text>
    </Section>
  );
}

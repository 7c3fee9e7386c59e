/** Responses as arXiv and Hugging Face send them, for papers that do not exist. */

const FEED = `<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
  <id>https://arxiv.org/api/standin</id><title>arXiv Query</title><updated>2026-01-01T00:00:00Z</updated>`;

export const atomFeed = (...entries: string[]): string =>
  `${FEED}\n  <opensearch:totalResults>${entries.length}</opensearch:totalResults>\n${entries.join('\n')}\n</feed>\n`;

export const standInTitle = (id: string): string => `Tides of $L^2$ norms, part ${id}`;

export const atomEntry = (id: string, comment = '7 pages'): string => `  <entry>
    <id>http://arxiv.org/abs/${id}v2</id>
    <title>${standInTitle(id)}</title>
    <updated>2025-02-03T04:05:06Z</updated>
    <link href="https://arxiv.org/abs/${id}v2" rel="alternate" type="text/html"/>
    <summary>We measure the tides of $L^2$ norms &amp; find that they follow the moon.\n  This answer was written by hand.</summary>
    <category term="math.FA" scheme="http://arxiv.org/schemas/atom"/>
    <category term="cs.LG" scheme="http://arxiv.org/schemas/atom"/>
    <published>2025-01-02T03:04:05Z</published>
    <arxiv:comment>${comment}</arxiv:comment>
    <arxiv:primary_category term="cs.LG"/>
    <author><name>Selene Gezeiten</name><arxiv:affiliation>Observatory</arxiv:affiliation></author>
    <author><name>J\\"urgen Mond</name></author>
  </entry>`;

export const atomError = (id: string): string =>
  atomFeed(`  <entry><id>https://arxiv.org/api/errors#incorrect_id_format_for_${id}</id><title>Error</title>
    <summary>incorrect id format for ${id}</summary><author><name>arXiv api core</name></author></entry>`);

const oaiRecord = (id: string): string => `<record><header>
 <identifier>oai:arXiv.org:${id}</identifier><datestamp>2025-01-08</datestamp><setSpec>cs</setSpec>
</header><metadata><arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><id>${id}</id>
 <version version="v1"><date>Thu, 2 Jan 2025 03:04:05 GMT</date><size>9kb</size></version>
 <title>${standInTitle(id)}</title><authors>Selene Gezeiten (1) and J\\"urgen Mond ((1) Observatory)</authors>
 <categories>cs.LG</categories><abstract>  Written by hand.\n</abstract></arXivRaw></metadata></record>`;

export const oaiPage = (
  ids: string[],
  token: string | null,
): string => `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2025-01-09T00:00:00Z</responseDate>
<ListRecords>${ids.map(oaiRecord).join('\n')}
<resumptionToken completeListSize="4">${token ?? ''}</resumptionToken></ListRecords></OAI-PMH>`;

export const dailyList = (day: string, ids: string[]): string =>
  JSON.stringify(
    ids.map((id) => ({
      title: standInTitle(id),
      numComments: 2,
      paper: {
        id,
        title: standInTitle(id),
        summary: 'Written by hand.',
        authors: [{ name: 'Selene Gezeiten', hidden: false }],
        publishedAt: `${day}T00:00:00.000Z`,
        submittedOnDailyAt: `${day}T00:00:00.000Z`,
        upvotes: 12,
      },
    })),
  );

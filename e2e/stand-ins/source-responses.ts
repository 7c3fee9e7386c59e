/**
 * Responses of sources other than arXiv, written after their documentation, for papers that do not
 * exist.
 */

export const sourceTitle = (id: string): string => `Tides in the records of ${id}`;

/** A work as https://api.crossref.org/swagger-ui/index.html describes it. */
export const crossrefWork = (doi: string): string =>
  JSON.stringify({
    status: 'ok',
    'message-type': 'work',
    'message-version': '1.0.0',
    message: {
      DOI: doi,
      type: 'journal-article',
      title: [`Tides in the records of <i>${doi}</i>`],
      abstract:
        '<jats:title>Abstract</jats:title><jats:p>We measure tides &amp;lt; 3 m, where <jats:inline-formula><jats:tex-math>$h^2$</jats:tex-math></jats:inline-formula> is small.</jats:p><jats:p>This answer was written by hand.</jats:p>',
      author: [
        {
          ORCID: 'https://orcid.org/0000-0002-1825-0097',
          'authenticated-orcid': true,
          given: 'Selene',
          family: 'Gezeiten',
          sequence: 'first',
          affiliation: [],
        },
        {
          ORCID: 'https://orcid.org/0000-0001-5109-3700',
          'authenticated-orcid': false,
          given: 'Jürgen',
          family: 'Mond',
          sequence: 'additional',
          affiliation: [],
        },
        { name: 'The Tide Collaboration', sequence: 'additional', affiliation: [] },
      ],
      'container-title': ['Journal of Tides &amp; Moons'],
      volume: '12',
      page: '1-9',
      'published-print': { 'date-parts': [[2025, 3]] },
      'published-online': { 'date-parts': [[2025, 1, 2]] },
      issued: { 'date-parts': [[2025, 1, 2]] },
      relation: {
        'has-preprint': [
          { 'id-type': 'doi', id: '10.48550/arXiv.2501.10777', 'asserted-by': 'subject' },
        ],
      },
    },
  });

/** A note as https://docs.openreview.net/reference/api-v2/entities/note has it. */
export const openReviewNote = (id: string): string =>
  JSON.stringify({
    notes: [
      {
        id,
        forum: id,
        invitations: ['Tides.org/2025/Conference/-/Submission'],
        cdate: 1735787045000,
        pdate: 1738555506000,
        readers: ['everyone'],
        content: {
          title: { value: sourceTitle(id) },
          authors: { value: ['Selene Gezeiten', 'Jürgen Mond'] },
          authorids: { value: ['~Selene_Gezeiten1', '~Jürgen_Mond1'] },
          abstract: { value: 'We review tides.\n\nThis answer was written by hand.' },
          keywords: { value: ['tides', 'moons'] },
          venue: { value: 'Tides 2025 Poster' },
          venueid: { value: 'Tides.org/2025/Conference' },
          pdf: { value: '/pdf/0123456789.pdf' },
        },
      },
    ],
    count: 1,
  });

/** The same in version 1 of the API, where fields are plain values. */
export const openReviewFirst = (id: string): string =>
  JSON.stringify({
    notes: [
      {
        id,
        forum: id,
        cdate: 1606146135000,
        content: { title: sourceTitle(id), authors: ['Selene Gezeiten'], abstract: 'By hand.' },
      },
    ],
    count: 1,
  });

/** MODS as bibutils writes it for https://aclanthology.org/ID.xml. */
export const aclMods = (id: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<modsCollection xmlns="http://www.loc.gov/mods/v3">
<mods ID="gezeiten-mond-2020-tides">
    <titleInfo>
        <title>${sourceTitle(id)}</title>
    </titleInfo>
    <name type="personal">
        <namePart type="given">Selene</namePart>
        <namePart type="given">T</namePart>
        <namePart type="family">Gezeiten</namePart>
        <role>
            <roleTerm authority="marcrelator" type="text">author</roleTerm>
        </role>
    </name>
    <name type="personal">
        <namePart type="given">J&#252;rgen</namePart>
        <namePart type="family">Mond</namePart>
        <role>
            <roleTerm authority="marcrelator" type="text">author</roleTerm>
        </role>
    </name>
    <originInfo>
        <dateIssued>2020-07</dateIssued>
    </originInfo>
    <typeOfResource>text</typeOfResource>
    <relatedItem type="host">
        <titleInfo>
            <title>Proceedings of the Tides &amp; Moons Meeting</title>
        </titleInfo>
        <name type="personal">
            <namePart type="given">An</namePart>
            <namePart type="family">Editor</namePart>
            <role>
                <roleTerm authority="marcrelator" type="text">editor</roleTerm>
            </role>
        </name>
        <genre authority="marcgt">conference publication</genre>
    </relatedItem>
    <abstract>We parse tides. This answer was written by hand.</abstract>
    <identifier type="citekey">gezeiten-mond-2020-tides</identifier>
    <identifier type="doi">10.18653/v1/${id}</identifier>
    <location>
        <url>https://aclanthology.org/${id}/</url>
    </location>
</mods>
</modsCollection>
`;

/** Response of https://api.biorxiv.org/ to /details/SERVER/DOI/na/json. */
export const biorxivDetails = (server: string, doi: string): string =>
  JSON.stringify({
    messages: [{ status: 'ok', interval: 'all', cursor: 'na', count: 2 }],
    collection: [1, 2].map((version) => ({
      title: sourceTitle(doi),
      authors: 'Gezeiten, S. T.; Mond, J.',
      author_corresponding: 'Selene T. Gezeiten',
      author_corresponding_institution: 'Observatory',
      doi,
      date: version === 1 ? '2025-01-02' : '2025-02-03',
      version: String(version),
      type: 'new results',
      license: 'cc_by',
      category: server === 'biorxiv' ? 'neuroscience' : 'epidemiology',
      jatsxml: `https://www.${server}.org/content/early/2025/01/02/x.source.xml`,
      abstract: 'We watch tides in brains. This answer was written by hand.',
      funder: 'NA',
      published: 'NA',
      server,
    })),
  });

export const biorxivNone = (): string =>
  JSON.stringify({ messages: [{ status: 'no posts found' }], collection: [] });

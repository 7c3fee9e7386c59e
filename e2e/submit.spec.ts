import { FeedPage } from './pages/feed-page';
import { SignIn } from './pages/sign-in';
import { SubmitPage } from './pages/submit-page';
import { drawn } from './support/drawn';
import { test as memberTest, newHandle } from './support/member';
import { expect, test } from './support/test';

/** A paper of the stub that no other test submits; each run has its own site. */
const heading = (id: string) => new RegExp(`^Tides of .*norms, part ${id}$`);

const stories = [
  { how: 'with a script', javaScriptEnabled: true, id: '2501.10100' },
  { how: 'without a script', javaScriptEnabled: false, id: '2501.10101' },
];
for (const { how, javaScriptEnabled, id } of stories) {
  memberTest.describe(how, () => {
    memberTest.use({ javaScriptEnabled });

    memberTest('looks a paper up, confirms it, and finds it on the feed', async ({ page }) => {
      const submit = await new SubmitPage(page).open();
      await submit.lookUp(`https://arxiv.org/pdf/${id}v2.pdf`);
      await expect(page.getByRole('heading', { name: heading(id) })).toBeVisible();
      await expect(page.getByText('Selene Gezeiten, Jürgen Mond')).toBeVisible();
      await page.getByText('Is something wrong in its title or abstract?').click();
      await submit.type({ Abstract: `Put right ${how}.` });
      await submit.confirm().click();
      await expect(page).toHaveURL(`/papers/${id}`);
      await expect(page.getByRole('heading', { name: heading(id) })).toBeVisible();
      await expect(page.getByText(`Put right ${how}.`)).toBeVisible();
      await expect(page.getByRole('link', { name: 'What was corrected' })).toBeVisible();
      await page.goto('/papers/new');
      expect(await new FeedPage(page).addresses()).toContain(`/papers/${id}`);
    });

    memberTest('types a paper in, is told what is missing, and loses nothing', async ({ page }) => {
      const address = `https://example.org/tides-${javaScriptEnabled ? 'on' : 'off'}.pdf`;
      const title = `Tides typed in ${how}`;
      const submit = await new SubmitPage(page).open();
      await submit.lookUp(address);
      await submit.type({ Title: title, Authors: 'Ada Lovelace\nMary Somerville' });
      await submit.type({ 'Published on': '2025-01-31', Abstract: 'They come and go.' });
      await submit.openExtras();
      await submit.type({ 'Address of the code': 'https://user:secret@example.org/code' });
      await page.getByLabel('Picture', { exact: true }).setInputFiles(await drawn('#0f766e'));
      await submit.confirm().click();
      await expect(page.getByText('This is no address like https://github.com')).toBeVisible();
      await expect(page.getByLabel('Title', { exact: true })).toHaveValue(title);
      await expect(page.getByRole('img', { name: 'Current' })).toBeVisible();
      await submit.type({ 'Address of the code': 'https://github.com/tides/tides' });
      await submit.type({ Comment: `Read it twice, ${how}.` });
      await submit.confirm().click();
      await expect(page).toHaveURL(/\/papers\/x[0-9a-z]{7}$/);
      await expect(page.getByRole('heading', { name: title })).toBeVisible();
      await expect(page.getByRole('link', { name: 'example.org' })).toHaveAttribute(
        'href',
        address,
      );
      await expect(page.getByRole('img', { name: /^A figure of/ })).toBeVisible();
      await expect(page.getByText(`Read it twice, ${how}.`)).toBeVisible();
    });
  });
}

memberTest('is told what cannot be submitted, and keeps what was typed', async ({ page }) => {
  const submit = await new SubmitPage(page).open();
  for (const [text, words] of [
    ['a paper about tides', 'This is not an identifier or address of a paper.'],
    ['2501.50100', 'The source has no paper with this identifier.'],
    ['arXiv:2501.40100v1', 'This paper has been withdrawn'],
  ] as const) {
    await submit.lookUp(text);
    await expect(page.getByText(words)).toBeVisible();
    await expect(submit.field).toHaveValue(text);
    await expect(submit.field).toHaveAttribute('aria-invalid', 'true');
  }
});

memberTest('is led to a paper that is here already', async ({ page }) => {
  await page.goto('/');
  const [address = ''] = await new FeedPage(page).addresses();
  const submit = await new SubmitPage(page).open();
  await submit.lookUp(address.replace('/papers/', 'https://huggingface.co/papers/'));
  await expect(page).toHaveURL(`${address}#already-here`);
  await expect(page.getByText('Already here.')).toBeVisible();
});

memberTest(
  'submits from each source, and is offered the same paper from another',
  async ({ page }) => {
    const submit = new SubmitPage(page);
    for (const [text, id, link] of [
      ['https://doi.org/10.5555/Tides.e2e', '10.5555/tides.e2e', 'Publisher'],
      ['https://openreview.net/forum?id=TidesE2E', 'TidesE2E', 'OpenReview'],
      ['https://aclanthology.org/2020.tide-main.7.pdf', '2020.tide-main.7', 'ACL Anthology'],
      [
        'https://www.medrxiv.org/content/10.1101/2025.01.02.25000020v1',
        '10.1101/2025.01.02.25000020',
        'medRxiv',
      ],
      [
        'https://www.biorxiv.org/content/10.1101/2025.01.02.000020v1',
        '10.1101/2025.01.02.000020',
        'bioRxiv',
      ],
    ] as const) {
      await submit.open();
      await submit.lookUp(text);
      await expect(page.getByLabel('Title', { exact: true })).toHaveValue(
        `Tides in the records of ${id}`,
      );
      await submit.confirm().click();
      await expect(
        page.getByRole('heading', { name: `Tides in the records of ${id}` }),
      ).toBeVisible();
      await expect(page.getByRole('link', { name: link, exact: true })).toBeVisible();
    }
    const there = new URL(page.url()).pathname;

    await submit.open();
    await submit.lookUp('https://example.org/another-copy');
    await submit.type({
      Title: 'TIDES in the records of 10.1101/2025.01.02.000020.',
      Authors: 'Selene T. Gezeiten',
      'Published on': '2025-01-03',
    });
    await submit.confirm().click();
    const offered = page.getByRole('alert').filter({ hasText: 'Already here?' });
    await expect(offered.getByRole('link')).toHaveAttribute('href', there);
    await page.getByLabel('This is a different paper').check();
    await submit.confirm().click();
    await expect(page).toHaveURL(/\/papers\/x/);
    expect(new URL(page.url()).pathname).not.toBe(there);
  },
);

memberTest('submits while arXiv does not answer, and it is completed later', async ({ page }) => {
  const id = '2501.20100';
  const submit = await new SubmitPage(page).open();
  await submit.lookUp(id);
  await expect(page.getByText('arXiv isn’t responding right now.')).toBeVisible();
  await submit.confirm().click();
  await expect(page.getByText(`arXiv:${id} is pending`)).toBeVisible();
  await expect(async () => {
    await submit.open();
    await expect(page.getByRole('link', { name: heading(id) })).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.goto('/papers/new');
  expect(await new FeedPage(page).addresses()).toContain(`/papers/${id}`);
});

memberTest(
  'submits from another page by the bookmarklet, or by sharing it',
  async ({ page, siteUrl }) => {
    const submit = await new SubmitPage(page).open();
    const bookmark = page.getByRole('link', { name: /^Submit to / });
    await expect(bookmark).toHaveAttribute('href', /^javascript:.*\/submit\?url=/);

    // Shared data goes to the manifest's target; the address may be anywhere in it.
    const manifest = await (await page.request.get('/manifest.webmanifest')).json();
    expect(manifest).toMatchObject({ name: 'Papertide', display: 'standalone' });
    const { action, params } = manifest.share_target;
    const shared = new URLSearchParams({
      [params.title]: 'Tides',
      [params.text]: 'Worth reading https://openreview.net/forum?id=TidesShared',
    });
    for (const { src } of manifest.icons) {
      expect((await page.request.get(src)).headers()['content-type']).toContain('image/');
    }
    await page.goto(`${siteUrl}${action}?${shared}`);
    await expect(submit.field).toHaveValue('https://openreview.net/forum?id=TidesShared');
  },
);

test('a visitor signs in and finds what was typed', async ({ page }) => {
  const submit = await new SubmitPage(page).open();
  await submit.lookUp('arXiv:2501.10102');
  await new SignIn(page).signUp(newHandle('submitter'));
  await expect(page).toHaveURL(/\/submit\?text=/);
  await expect(submit.field).toHaveValue('arXiv:2501.10102');
});

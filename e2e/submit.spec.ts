import { FeedPage } from './pages/feed-page';
import { SignIn } from './pages/sign-in';
import { SubmitPage } from './pages/submit-page';
import { test as memberTest, newHandle } from './support/member';
import { expect, test } from './support/test';

/** A paper of the stand-in that no other test submits: each run has a site of its own. */
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
      await submit.confirm().click();
      await expect(page).toHaveURL(`/papers/${id}`);
      await expect(page.getByRole('heading', { name: heading(id) })).toBeVisible();
      await page.goto('/papers/new');
      expect(await new FeedPage(page).addresses()).toContain(`/papers/${id}`);
    });
  });
}

memberTest(
  'is told in words what cannot be submitted, and keeps what was typed',
  async ({ page }) => {
    const submit = await new SubmitPage(page).open();
    for (const [text, words] of [
      ['a paper about tides', 'This is not an arXiv identifier or address.'],
      ['2501.50100', 'arXiv knows no paper of this identifier.'],
      ['arXiv:2501.40100v1', 'This paper has been withdrawn'],
    ] as const) {
      await submit.lookUp(text);
      await expect(page.getByText(words)).toBeVisible();
      await expect(submit.field).toHaveValue(text);
      await expect(submit.field).toHaveAttribute('aria-invalid', 'true');
    }
  },
);

memberTest('is led to a paper that is here already', async ({ page }) => {
  await page.goto('/');
  const [address = ''] = await new FeedPage(page).addresses();
  const submit = await new SubmitPage(page).open();
  await submit.lookUp(address.replace('/papers/', 'https://huggingface.co/papers/'));
  await expect(page).toHaveURL(address);
});

memberTest('submits while arXiv does not answer, and it is completed later', async ({ page }) => {
  const id = '2501.20100';
  const submit = await new SubmitPage(page).open();
  await submit.lookUp(id);
  await expect(page.getByText('arXiv does not answer at the moment.')).toBeVisible();
  await submit.confirm(`Submit ${id}`).click();
  await expect(page.getByText(`arXiv:${id} is pending`)).toBeVisible();
  await expect(async () => {
    await submit.open();
    await expect(page.getByRole('link', { name: heading(id) })).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 60_000 });
  await page.goto('/papers/new');
  expect(await new FeedPage(page).addresses()).toContain(`/papers/${id}`);
});

test('a stranger signs in and finds what was typed', async ({ page }) => {
  const submit = await new SubmitPage(page).open();
  await submit.lookUp('arXiv:2501.10102');
  await new SignIn(page).signUp(newHandle('submitter'));
  await expect(page).toHaveURL(/\/submit\?text=/);
  await expect(submit.field).toHaveValue('arXiv:2501.10102');
});

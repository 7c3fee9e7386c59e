import { expect, it } from 'vitest';
import { rawSql } from '@/db/client';
import { useTestDatabase } from '@/db/testing/database';
import { createUser } from '@/db/testing/factories';
import { unsubscribePath } from '@/lib/notifications/paths';
import { setNotificationSettings } from '@/lib/notifications/service';
import { unsubscribeToken } from '@/lib/notifications/unsubscribe-token';
import { POST } from './route';

useTestDatabase();

/** Posts as a mail client does: without origin and cookies. */
const post = (token: string, more = '') =>
  POST(
    new Request(`http://localhost:3000${unsubscribePath(token)}${more}`, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: '--x\r\ncontent-disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--',
    }),
  );

it('accepts the one-click request of a mail client by token alone, idempotently', async () => {
  const viewer = await createUser();
  await setNotificationSettings({ viewer }, { on: ['reply.site', 'reply.mail', 'mention.mail'] });
  const mailed = () => rawSql()`
    select kind from notification_settings where user_id = ${viewer.id} and by_mail order by kind`;
  expect((await post(`${viewer.id}.${'A'.repeat(43)}`)).status).toBe(404);
  expect(await mailed()).toHaveLength(2);
  for (let i = 0; i < 2; i++) {
    expect((await post(unsubscribeToken(viewer.id))).status).toBe(200);
    expect(await mailed()).toHaveLength(0);
  }
  const page = await post(unsubscribeToken(viewer.id), '&page=1');
  expect(page.status).toBe(303);
  expect(page.headers.get('location')).toMatch(/^\/unsubscribe\?token=.*&done=1$/);
});

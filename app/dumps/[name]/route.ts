import { connection } from 'next/server';
import { findDump } from '@/lib/dump/files';
import { dumpAnswer, manifestAnswer, readDumpName } from '@/lib/dump/route';
import { refuse } from '@/lib/errors';
import { textAnswer } from '@/lib/http/answer';
import { withDeadline } from '@/lib/http/deadline';
import { takeLimit } from '@/lib/http/rate-limit';
import { loggedRefusal } from '@/lib/http/route';
import { addressOf } from '@/lib/http/sent';

/** Everything public in one file, and the manifest that says what is in it. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ name: string }> },
): Promise<Response> {
  await connection();
  try {
    const asked = readDumpName((await params).name);
    const found = asked && (await findDump(asked.dump));
    if (!found) return textAnswer(refuse('not_found'));
    if (asked.manifest) return manifestAnswer(found);
    const by = { viewer: null, address: addressOf(request.headers) };
    const refused = await withDeadline(() => takeLimit('api', by));
    return refused ? textAnswer(refused) : dumpAnswer(request, found);
  } catch (error) {
    return textAnswer(loggedRefusal('readDump', error));
  }
}

import { connection } from 'next/server';
import { refuse } from '@/lib/base/errors';
import { findDump } from '@/lib/dump/files';
import { dumpResponse, manifestResponse, readDumpName } from '@/lib/dump/route';
import { withDeadline } from '@/lib/web/deadline';
import { takeLimit } from '@/lib/web/rate-limit';
import { addressOf } from '@/lib/web/request-headers';
import { textResponse } from '@/lib/web/response';
import { loggedRefusal } from '@/lib/web/route';

/** All public data as one file, and the manifest that describes it. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ name: string }> },
): Promise<Response> {
  await connection();
  try {
    const asked = readDumpName((await params).name);
    const found = asked && (await findDump(asked.dump));
    if (!found) return textResponse(refuse('not_found'));
    if (asked.manifest) return manifestResponse(found);
    const by = { viewer: null, address: addressOf(request.headers) };
    const refused = await withDeadline(() => takeLimit('api', by));
    return refused ? textResponse(refused) : dumpResponse(request, found);
  } catch (error) {
    return textResponse(loggedRefusal('readDump', error));
  }
}

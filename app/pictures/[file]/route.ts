import { connection } from 'next/server';
import { servePicture } from '@/lib/pictures/serve';
import { textResponse } from '@/lib/web/response';
import { loggedRefusal } from '@/lib/web/route';

export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }) {
  await connection();
  try {
    return await servePicture((await params).file);
  } catch (error) {
    return textResponse(loggedRefusal('GET /pictures', error));
  }
}

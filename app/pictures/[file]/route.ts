import { connection } from 'next/server';
import { answerPicture } from '@/lib/pictures/answer';
import { textAnswer } from '@/lib/web/response';
import { loggedRefusal } from '@/lib/web/route';

export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }) {
  await connection();
  try {
    return await answerPicture((await params).file);
  } catch (error) {
    return textAnswer(loggedRefusal('GET /pictures', error));
  }
}

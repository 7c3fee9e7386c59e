import { connection } from 'next/server';
import { textAnswer } from '@/lib/http/answer';
import { loggedRefusal } from '@/lib/http/route';
import { answerPicture } from '@/lib/pictures/answer';

export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }) {
  await connection();
  try {
    return await answerPicture((await params).file);
  } catch (error) {
    return textAnswer(loggedRefusal('GET /pictures', error));
  }
}

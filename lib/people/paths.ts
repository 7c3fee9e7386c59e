import { picturePath } from '@/lib/pictures/paths';

/** Returns the address of a user's avatar: the uploaded picture, or else the generated one. */
export const facePath = (handle: string, picture: string | null): string =>
  picture ? picturePath(picture, 'large') : `/faces/${handle.toLowerCase()}.svg`;

import { picturePath } from '@/lib/pictures/paths';

type Props = {
  /** Its name; null where there is none. */
  picture: string | null;
  name: string;
  large?: boolean;
};

const SIDE = { small: 24, large: 64 };

/** An organization's picture beside its name, which says all of it; its first letter without one. */
export function OrganizationLogo({ picture, name, large = false }: Props) {
  const look = `${large ? 'size-16 text-3xl' : 'size-6 text-sm'} shrink-0 rounded-md border border-line`;
  if (picture === null) {
    return (
      <span
        aria-hidden="true"
        className={`${look} inline-flex select-none items-center justify-center bg-sunken font-semibold text-muted`}
      >
        {firstLetter(name)}
      </span>
    );
  }
  const side = large ? SIDE.large : SIDE.small;
  return (
    // biome-ignore lint/performance/noImgElement: made in two sizes already
    <img
      src={picturePath(picture, large ? 'large' : 'small')}
      alt=""
      width={side}
      height={side}
      loading="lazy"
      className={`${look} bg-white object-cover`}
    />
  );
}

const firstLetter = (name: string): string =>
  /[\p{L}\p{N}]/u.exec(name)?.[0].toLocaleUpperCase('en') ?? '';

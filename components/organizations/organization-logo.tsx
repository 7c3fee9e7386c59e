import { picturePath } from '@/lib/pictures/paths';

type Props = {
  /** File name of the logo; null if there is none. */
  picture: string | null;
  name: string;
  large?: boolean;
};

const SIDE = { small: 24, large: 64 };

/** An organization's logo, or its initial without one. Decorative, since the name is beside it. */
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
    // biome-ignore lint/performance/noImgElement: already resized when stored
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

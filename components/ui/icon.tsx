const SHAPES = {
  info: 'M8 1.750a6.250 6.250 0 1 0 0 12.500 6.250 6.250 0 0 0 0-12.500zM8 7.250v4M8 4.750v.1',
  comment: 'M2.500 3.500h11v7.500H7.500L4.500 13.500V11h-2z',
  code: 'M5.500 4.500 2 8l3.500 3.500M10.500 4.500 14 8l-3.500 3.500',
  share: 'M8 9.750V2M5.250 4.500 8 1.750l2.750 2.750M3.500 7.500v6.250h9V7.500',
  star: 'm8 2.200 1.750 3.700 4.050.5-3 2.800.8 4L8 11.200l-3.600 2 .8-4-3-2.800 4.050-.5z',
  file: 'M4 1.750h5.500L12.500 4.750v9.500H4zM9.250 2v3h3',
  globe:
    'M8 1.750a6.250 6.250 0 1 0 0 12.500 6.250 6.250 0 0 0 0-12.500zM1.750 8h12.500M8 1.750c-4 4-4 8.500 0 12.500 4-4 4-8.500 0-12.500z',
  left: 'M10 3.500 5.500 8l4.500 4.500',
  right: 'M6 3.500 10.500 8 6 12.500',
  medal:
    'M4.500 1.750 6.750 6M11.500 1.750 9.250 6M8 14.250a4.250 4.250 0 1 0 0-8.500 4.250 4.250 0 0 0 0 8.500z',
  down: 'M3.500 6 8 10.500 12.500 6',
  bell: 'M8 2a3.500 3.500 0 0 0-3.500 3.500c0 3-1.500 4-1.500 5.500h10c0-1.500-1.500-2.500-1.500-5.500A3.500 3.500 0 0 0 8 2zM6.500 13.500h3',
  feed: 'M3.500 9.500a3 3 0 0 1 3 3M3.500 6.250a6.250 6.250 0 0 1 6.250 6.250M3.500 3a9.500 9.500 0 0 1 9.500 9.500M3.750 12.400v.1',
  verified:
    'M8 1.750a6.250 6.250 0 1 0 0 12.500 6.250 6.250 0 0 0 0-12.500zM5 8.250l2.200 2.200L11.250 6',
  close: 'M4 4l8 8M12 4l-8 8',
  check: 'M3 8.500l3.250 3.250L13 5',
  bookmark: 'M4 2h8v12l-4-3-4 3z',
  up: 'M3.500 10 8 5.500 12.500 10',
  person:
    'M8 8a2.750 2.750 0 1 0 0-5.500 2.750 2.750 0 0 0 0 5.500zM2.750 13.750c.5-2.750 2.500-4 5.250-4s4.750 1.250 5.250 4',
  search: 'M7 2.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9zM10.300 10.300 13.750 13.750',
} as const;

export type IconName = keyof typeof SHAPES;

/** An icon. Hidden from screen readers, since the text beside it says the same. */
export function Icon({ name, className = 'size-4' }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      className={`shrink-0 ${className}`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d={SHAPES[name]} />
    </svg>
  );
}

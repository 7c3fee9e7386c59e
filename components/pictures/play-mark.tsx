/** The mark on a video's poster. Decorative: the poster's text says that it is a video. */
export function PlayMark({ className }: { className: string }) {
  return (
    <svg
      viewBox="0 0 32 32"
      aria-hidden="true"
      className={`screen-only absolute inset-0 m-auto drop-shadow ${className}`}
    >
      <circle cx="16" cy="16" r="15" fill="rgb(0 0 0 / 0.66)" stroke="#fff" />
      <path d="M12.500 9.500v13l11-6.500z" fill="#fff" />
    </svg>
  );
}

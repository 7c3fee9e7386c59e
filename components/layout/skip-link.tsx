export const CONTENT_ID = 'content';

/** First tab stop: skips the header. */
export function SkipLink() {
  return (
    <a
      href={`#${CONTENT_ID}`}
      className="absolute top-2 left-2 z-50 -translate-y-20 rounded-md bg-accent px-3 py-2 font-medium text-on-accent text-sm focus:translate-y-0"
    >
      Skip to the content
    </a>
  );
}

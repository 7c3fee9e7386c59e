/** A sheet of paper with the tide rising in it. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden="true" fill="currentColor">
      <path
        fillOpacity=".32"
        d="M6 4.5A2.5 2.5 0 0 1 8.500 2H19l7 7v18.500a2.500 2.500 0 0 1-2.500 2.500h-15A2.500 2.500 0 0 1 6 27.500z"
      />
      <path d="M6 18c3.400-3.400 6.700-3.400 10 0s6.600 3.400 10 0v9.500a2.500 2.500 0 0 1-2.500 2.500h-15A2.500 2.500 0 0 1 6 27.500z" />
      <path d="M19 2v4.500A2.500 2.500 0 0 0 21.500 9H26z" />
    </svg>
  );
}

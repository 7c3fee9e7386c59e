/** A loading indicator; `label` is for screen readers. */
export function Spinner({ label = 'Loading', className = 'size-4' }) {
  return (
    <span role="status" className="inline-flex">
      <svg viewBox="0 0 16 16" className={`animate-spin ${className}`} aria-hidden="true">
        <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeOpacity=".25" />
        <path d="M8 1.500a6.500 6.500 0 0 1 6.500 6.500" fill="none" stroke="currentColor" />
      </svg>
      <span className="sr-only">{label}</span>
    </span>
  );
}

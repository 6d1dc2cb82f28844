/** The clinic's mark, as in the browser's tab. */
export function BrandMark() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="9" fill="#0B6B5B" />
      <path d="M16 9v14M9 16h14" stroke="#fff" strokeWidth="4" strokeLinecap="round" />
    </svg>
  );
}

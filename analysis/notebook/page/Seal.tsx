/** The shop's mark: a vermilion seal with 掌 in it, drawn, so that it prints and travels with the page. */
export function Seal() {
  return (
    <svg class="seal-mark" viewBox="0 0 32 32" width="40" height="40" aria-hidden="true" focusable="false">
      <rect x="1" y="1" width="30" height="30" rx="4" class="seal-field" />
      <rect x="3.5" y="3.5" width="25" height="25" rx="2" class="seal-rim" />
      <text x="16" y="22.4" text-anchor="middle" class="seal-sign">
        掌
      </text>
    </svg>
  );
}

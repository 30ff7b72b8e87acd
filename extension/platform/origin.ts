import { browser } from 'wxt/browser';

/** The extension's own origin, with the slash: `chrome-extension://…/` or `moz-extension://…/`. */
export function ownOrigin(): string {
  // WXT types `getURL` by a file it generates; only the root is asked for here.
  const runtime = browser.runtime as unknown as { readonly getURL?: (path: string) => string };
  return runtime.getURL?.('/') ?? '';
}

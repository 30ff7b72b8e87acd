/**
 * The frame after this one, and what it began: effects that wait for a frame have run by then. A test file that ends
 * before them leaves them to run without a page.
 */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

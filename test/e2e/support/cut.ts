import type { Page } from 'playwright-core';

/** What a reader sees only part of: beyond the edge of what holds it, or a choice too long for its field. */
export function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const pen = document.createElement('canvas').getContext('2d')!;
    const named = (element: Element) => `${element.tagName} ${element.textContent?.trim().slice(0, 30)}`;
    /** The box that hides what stands beyond it; a row that ends in dots says so itself. */
    function holder(element: Element): Element | null {
      const { overflowX, textOverflow } = getComputedStyle(element);
      if (overflowX !== 'visible') return textOverflow === 'ellipsis' ? null : element;
      return element.parentElement && holder(element.parentElement);
    }
    const cut: string[] = [];
    for (const element of document.querySelectorAll('main *')) {
      if (!element.checkVisibility()) continue;
      const box = element.parentElement && holder(element.parentElement);
      const { right, width } = element.getBoundingClientRect();
      if (box && width > 1 && right > box.getBoundingClientRect().right + 1) cut.push(named(element));
      if (!(element instanceof HTMLSelectElement)) continue;
      const { font, paddingLeft, paddingRight } = getComputedStyle(element);
      pen.font = font;
      const words = element.selectedOptions[0]?.textContent ?? '';
      // The browser's own arrow takes some 18 pixels.
      const room =
        element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight) - 18;
      if (pen.measureText(words).width > room) cut.push(`SELECT ${words}`);
    }
    return cut;
  });
}

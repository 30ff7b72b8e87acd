import { setPaper } from './figures/look';

/** The style of the page as text, without its dark half: a saved letter is always ink on paper. */
function pageStyle(page: Document): string {
  return [...page.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .map((rule) => rule.cssText)
    .filter((text) => !text.startsWith('@media (prefers-color-scheme: dark)'))
    .join('\n');
}

const escapeText = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

async function styleHash(style: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}

/** What was typed is kept as text; a line left empty stays a line. What only a page that computes can do, goes. */
function asText(page: Document, copy: HTMLElement): void {
  const typed = [
    ...page.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('.letter :is(input, textarea)'),
  ];
  copy.querySelectorAll('input, textarea').forEach((field, index) => {
    const { type = '', value = '' } = typed[index] ?? {};
    const line = page.createElement(field.localName === 'textarea' ? 'p' : 'span');
    line.className = field.className;
    const ticked = (typed[index] as HTMLInputElement | undefined)?.checked === true;
    line.textContent = type === 'checkbox' ? (ticked ? '☑' : '☐') : value;
    if (field.localName === 'textarea' && value === '') field.remove();
    else field.replaceWith(line);
  });
  for (const number of copy.querySelectorAll<HTMLElement>('button.number')) {
    const { href } = number.dataset;
    const words = number.textContent ?? '';
    if (href === undefined) {
      number.replaceWith(words);
      continue;
    }
    const link = page.createElement('a');
    link.setAttribute('href', href);
    link.className = 'number';
    link.textContent = words;
    number.replaceWith(link);
  }
  for (const control of copy.querySelectorAll('form, button, select, fieldset, .frozen-weeks, .acts'))
    control.remove();
  for (const link of copy.querySelectorAll('a.buyer')) {
    const name = page.createElement('b');
    name.textContent = link.textContent;
    link.replaceWith(name);
  }
}

/**
 * The letter as it stands, as one file without any script: figures become pictures, controls go, the content
 * policy allows its own style and pictures and nothing else. It can be kept for years and read by any browser.
 */
export async function freezeLetter(page: Document, title: string): Promise<string> {
  setPaper(true);
  const copy = page.querySelector('.letter')?.cloneNode(true) as HTMLElement;
  const canvases = [...page.querySelectorAll<HTMLCanvasElement>('.letter canvas')];
  copy.querySelectorAll('canvas').forEach((canvas, index) => {
    const picture = page.createElement('img');
    picture.src = canvases[index]?.toDataURL('image/png') ?? '';
    picture.alt = canvas.getAttribute('aria-label') ?? '';
    canvas.replaceWith(picture);
  });
  setPaper(false);
  asText(page, copy);
  const style = pageStyle(page);
  const policy = `default-src 'none'; style-src ${await styleHash(style)}; img-src data:; base-uri 'none'; form-action 'none'`;
  const head = [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeText(title)}</title>`,
    `<style>${style}</style>`,
  ];
  const lang = page.documentElement.lang;
  return `<!doctype html>\n<html lang="${lang}">\n<head>\n${head.join('\n')}\n</head>\n<body>${copy.outerHTML}</body>\n</html>\n`;
}

/** Hands a text to the reader as a file. */
export function download(page: Document, name: string, type: string, text: string | Blob): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = page.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by the next minute; until then the address must live.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

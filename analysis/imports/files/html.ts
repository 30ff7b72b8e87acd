import type { Row } from './table';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** True for a page under the name of a workbook, as many shop back-ends write their ".xls". */
export function looksLikeHtml(head: string): boolean {
  return /^\s*(?:<!doctype html|<html|<head|<meta|<table|<\?xml[^>]*>\s*<html)/i.test(head);
}

/** The charset a page names, or null. */
export function htmlCharset(head: string): string | null {
  const match = /<meta[^<>]+charset\s*=\s*["']?([\w-]+)/i.exec(head);
  if (!match) return null;
  // gb2312 and gbk are parts of gb18030.
  const name = match[1]!.toLowerCase();
  return name === 'gb2312' || name === 'gbk' ? 'gb18030' : name;
}

/**
 * The rows of all tables of a page. Only text is taken; nothing is built, loaded or run. Rows are numbered as a
 * spreadsheet program shows them: shop back-ends write the whole page on one line.
 */
export function htmlRows(page: string): Row[] {
  const rows: Row[] = [];
  let line = 0;
  for (const row of page.matchAll(/<tr\b[^<>]*>([\s\S]*?)(?=<\/tr\s*>|<tr\b|$)/gi)) {
    line++;
    const cells = [...row[1]!.matchAll(/<t[hd]\b[^<>]*>([\s\S]*?)(?=<\/t[hd]\s*>|<t[hd]\b|$)/gi)];
    if (cells.length > 0) rows.push({ line, cells: cells.map((cell) => plainText(cell[1]!)) });
  }
  return rows;
}

function plainText(markup: string): string {
  return markup
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,6}));/gi, (whole, decimal, hex, name) => {
      if (name) return ENTITIES[String(name).toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .trim();
}

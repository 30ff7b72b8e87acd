import { chineseRedLines } from './chinese';
import { englishRedLines } from './english';
import type { RedLineList } from './schema';

/**
 * The list a shop starts with; it edits a copy. Gathered from the advertising law's absolute claims and the
 * platforms' public rules on praise for money and leading buyers away; not legal advice, and not complete.
 */
export const defaultRedLines: RedLineList = { schema: 1, entries: [...chineseRedLines, ...englishRedLines] };

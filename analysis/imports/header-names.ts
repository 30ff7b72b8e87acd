import type { Header } from './detect';
import { isMojibake } from './mojibake';

/** As many column names as a sentence can carry. */
const SHOWN = 40;

/** The names of a header, for a sentence; a header can be long. */
export function headerNames(header: Header | null): { readonly columns: string } {
  const names = (header?.names ?? []).filter((name) => name !== '');
  if (names.length === 0) return { columns: '–' };
  return { columns: names.slice(0, SHOWN).join(', ') + (names.length > SHOWN ? ' …' : '') };
}

/** True when a header looks as if it had been read in a wrong encoding. */
export function headerIsMojibake(header: Header | null): boolean {
  return header !== null && header.names.filter(isMojibake).length > header.names.length / 4;
}

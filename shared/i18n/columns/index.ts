import type { Lang } from '../lang';
import type { columns } from './en';

export interface ColumnWords {
  readonly fields: Readonly<Record<keyof typeof columns.fields, string>>;
}
export type ColumnWord = keyof typeof columns.fields;

const LOADERS: Readonly<Record<Lang, () => Promise<ColumnWords>>> = {
  en: async () => (await import('./en')).columns,
  'zh-CN': async () => (await import('./zh-CN')).columns,
  'zh-TW': async () => (await import('./zh-TW')).columns,
};

/** The words of one language; many, and wanted only by who makes a spreadsheet. */
export function loadColumnWords(lang: Lang): Promise<ColumnWords> {
  return LOADERS[lang]();
}

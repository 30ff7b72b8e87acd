import type { Lang } from '../lang';
import type { columns } from './en';

type Words<Part extends keyof typeof columns> = Readonly<Record<keyof (typeof columns)[Part], string>>;
export interface ColumnWords {
  readonly tables: Words<'tables'>;
  readonly fields: Words<'fields'>;
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

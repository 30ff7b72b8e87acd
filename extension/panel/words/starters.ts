import type { TemplateInput } from '@extension/book/actions/templates';
import type { AnyTranslate } from '@extension/ui/more';
import type { Lang } from '@shared/i18n/lang';
import type { PromiseKind } from '@shared/records/promise';

/** The words of P22 that every shop needs, in the order of a day. */
const STARTERS = [
  { key: 'greeting', category: 'greeting' },
  { key: 'looking', category: 'thanks' },
  { key: 'buying', category: 'thanks' },
  { key: 'noDeal', category: 'farewell' },
  { key: 'apology', category: 'apology' },
  { key: 'delay', category: 'delay', kind: 'ship', inDays: 2 },
  { key: 'shipped', category: 'shipped' },
  { key: 'card', category: 'card' },
  { key: 'visit', category: 'visit' },
  { key: 'complaint', category: 'complaint', kind: 'tell', inDays: 0 },
] as const satisfies readonly {
  readonly key: string;
  readonly category: TemplateInput['category'];
  readonly kind?: PromiseKind;
  readonly inDays?: number;
}[];

const PROMISED = {
  delay: 'templates.starter.delay.promise',
  complaint: 'templates.starter.complaint.promise',
} as const;

/** The starter set as one language says it: each is the shop's own from then on. */
export function starterTemplates(
  lang: Lang,
  t: AnyTranslate,
): readonly (TemplateInput & { readonly key: string })[] {
  return STARTERS.map((starter) => {
    const { key, category } = starter;
    return {
      key,
      category,
      language: lang,
      title: t(`templates.starter.${key}.title`),
      short: t(`templates.starter.${key}.short`),
      text: t(`templates.starter.${key}.text`),
      promises:
        'kind' in starter
          ? { what: t(PROMISED[starter.key]), kind: starter.kind, inDays: starter.inDays }
          : null,
    };
  });
}

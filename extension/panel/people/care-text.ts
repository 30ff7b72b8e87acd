import type { CareTip } from '@extension/book/reads/products';
import type { AnyTranslate } from '@extension/ui/more';
import { callOf } from '@shared/text/template';

/**
 * The message that goes with a shipped parcel: what to do and what to leave be, for each product (P21). `null`
 * when there is nothing to say. The tips come from `careTipsFor`, the words from the `people` area.
 */
export function careText(tips: readonly CareTip[], name: string, t: AnyTranslate): string | null {
  if (tips.length === 0) return null;
  const lines = tips.map(({ product, care, taboos }) => {
    if (taboos === '') return t('people.say.careTip', { product, care });
    if (care === '') return t('people.say.careTaboo', { product, taboos });
    return t('people.say.careBoth', { product, care, taboos });
  });
  return t('people.say.care', { call: callOf(name, t('panel.say.call')), tips: lines.join('\n') });
}

import { useMore } from '@extension/ui/more';
import { TEMPLATE_KEYS, templateVariable } from '@shared/text/template';

/** The variables in the reader's own language; a click puts one where the caret is. */
export function Variables({ onPick }: { readonly onPick: (variable: string) => void }) {
  const { t, lang } = useMore();
  return (
    <fieldset class="chips" aria-label={t('templates.variables')}>
      {TEMPLATE_KEYS.map((key) => {
        const variable = templateVariable(key, lang);
        return (
          <button type="button" class="chip" key={key} onClick={() => onPick(variable)}>
            {variable}
          </button>
        );
      })}
    </fieldset>
  );
}

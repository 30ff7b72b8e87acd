import { saveSetting } from '@extension/book/actions/settings';
import { setting } from '@extension/book/reads/settings';
import { SelectField } from '@extension/ui/fields';
import { useMore } from '@extension/ui/more';
import { useLive } from '@extension/ui/use-live';
import { MESSAGES_A_WEEK } from '@shared/records/messages-due';
import type { Acts } from '../../use-acts';

const CHOICES = ['0', '1', '2', '3'] as const;

/** How often a buyer may be written to unasked (J5). */
export function MessagesAWeek({ acts }: { readonly acts: Acts }) {
  const { t } = useMore();
  const { book } = acts;
  const stored = useLive(() => setting(book, 'messagesPerWeek', MESSAGES_A_WEEK), [book]);
  if (stored === undefined) return null;
  return (
    <SelectField
      label={t('templates.perWeek')}
      value={CHOICES.find((choice) => choice === String(stored)) ?? '1'}
      options={CHOICES.map((value) => ({ value, label: t('templates.perWeekN', { n: Number(value) }) }))}
      onValue={(value) =>
        void acts.run(saveSetting(book, 'messagesPerWeek', Number(value)), { key: 'options.saved' })
      }
    />
  );
}

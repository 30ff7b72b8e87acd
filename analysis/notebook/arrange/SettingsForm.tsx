import type { Side } from '../../measures/breakdowns';
import type { Filter, FilterChoices } from '../../parts';
import { groupName } from '../cells/breakdown';
import type { Writer } from '../text/writer';

interface SettingsFormProps {
  readonly writer: Writer;
  readonly filter: Filter;
  readonly choices: FilterChoices;
  /** The sides that change something here. */
  readonly sides: readonly Side[];
  readonly days: boolean;
  /** What holds where nothing is chosen: the sheet's own, for a cell. */
  readonly inherited: Filter;
  readonly label: string;
  readonly onChange: (filter: Filter) => void;
}

/** What something is narrowed to. Only what has an effect is offered; a change counts at once. */
export function SettingsForm(props: SettingsFormProps) {
  const { writer, filter, choices, sides, days, inherited, label, onChange } = props;
  const { t } = writer;
  const set = (key: keyof Filter, value: string) => onChange({ ...filter, [key]: value });
  const offered = sides.filter((side) => choices[side] !== undefined);
  return (
    <form class="settings" aria-label={label} onSubmit={(event) => event.preventDefault()}>
      {days &&
        (['from', 'to'] as const).map((end) => (
          <label key={end}>
            <span>{t(`arrange.${end}`)}</span>
            <input
              type="date"
              value={filter[end] ?? ''}
              onChange={(event) => set(end, event.currentTarget.value)}
            />
          </label>
        ))}
      {offered.map((side) => (
        <label key={side}>
          <span>{t(`cells.side.${side}`)}</span>
          <select value={filter[side] ?? ''} onChange={(event) => set(side, event.currentTarget.value)}>
            <option value="">
              {inherited[side] === undefined
                ? t('arrange.all')
                : t('arrange.asSheet', { label: groupName(side, inherited[side], writer) })}
            </option>
            {choices[side]?.map((one) => (
              <option value={one} key={one}>
                {groupName(side, one, writer)}
              </option>
            ))}
          </select>
        </label>
      ))}
      {!days && offered.length === 0 && <p>{t('arrange.noSettings')}</p>}
    </form>
  );
}

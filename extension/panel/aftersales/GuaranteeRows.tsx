import './aftersales.css';
import { useMore } from '@extension/ui/more';
import type { MoreSectionProps } from '../buyer/more-sections';
import { newest, Rows } from '../buyer/rows';
import { GuaranteeRow } from './GuaranteeRow';

/** What is guaranteed to a buyer (P15), the newest first. */
export function GuaranteeRows({ view }: MoreSectionProps) {
  const { t } = useMore();
  return (
    <Rows empty={t('aftersales.guarantee.empty')}>
      {newest(view.guarantees, ({ from }) => from).map((guarantee) => (
        <GuaranteeRow key={guarantee.id} guarantee={guarantee} view={view} />
      ))}
    </Rows>
  );
}

import { aftersales } from '../en/aftersales';
import { backups } from '../en/backups';
import { care } from '../en/care';
import { desk } from '../en/desk';
import { finder } from '../en/finder';
import { ledger } from '../en/ledger';
import { parcels } from '../en/parcels';
import { people } from '../en/people';
import { privacy } from '../en/privacy';
import { selfCheck } from '../en/self-check';
import { suggest } from '../en/suggest';
import { teach } from '../en/teach';
import { templates } from '../en/templates';

/** Words of what is loaded when it is first wanted: the panel starts without them. */
export const en = {
  ...people,
  ...ledger,
  ...parcels,
  ...templates,
  ...desk,
  ...care,
  ...aftersales,
  ...finder,
  ...suggest,
  ...privacy,
  ...selfCheck,
  ...backups,
  ...teach,
} as const;

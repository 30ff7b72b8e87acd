import { aftersales } from '../zh-TW/aftersales';
import { backups } from '../zh-TW/backups';
import { care } from '../zh-TW/care';
import { desk } from '../zh-TW/desk';
import { finder } from '../zh-TW/finder';
import { ledger } from '../zh-TW/ledger';
import { parcels } from '../zh-TW/parcels';
import { people } from '../zh-TW/people';
import { privacy } from '../zh-TW/privacy';
import { selfCheck } from '../zh-TW/self-check';
import { suggest } from '../zh-TW/suggest';
import { teach } from '../zh-TW/teach';
import { templates } from '../zh-TW/templates';
import type { MoreWords } from './index';

export const zhTW: MoreWords = {
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
};

import { aftersales } from '../zh-CN/aftersales';
import { backups } from '../zh-CN/backups';
import { care } from '../zh-CN/care';
import { desk } from '../zh-CN/desk';
import { finder } from '../zh-CN/finder';
import { ledger } from '../zh-CN/ledger';
import { parcels } from '../zh-CN/parcels';
import { people } from '../zh-CN/people';
import { privacy } from '../zh-CN/privacy';
import { selfCheck } from '../zh-CN/self-check';
import { suggest } from '../zh-CN/suggest';
import { teach } from '../zh-CN/teach';
import { templates } from '../zh-CN/templates';
import type { MoreWords } from './index';

export const zhCN: MoreWords = {
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

export { BUYER_TABLES } from '@shared/records/buyer-tables';

/** Names of time zones as shop programs write them (those of Ruby on Rails), and what they are called by IANA. */
const NAMES: Readonly<Record<string, string>> = {
  Hawaii: 'Pacific/Honolulu',
  Alaska: 'America/Anchorage',
  'Pacific Time (US & Canada)': 'America/Los_Angeles',
  Arizona: 'America/Phoenix',
  'Mountain Time (US & Canada)': 'America/Denver',
  'Central Time (US & Canada)': 'America/Chicago',
  Saskatchewan: 'America/Regina',
  'Eastern Time (US & Canada)': 'America/New_York',
  'Indiana (East)': 'America/Indiana/Indianapolis',
  'Atlantic Time (Canada)': 'America/Halifax',
  'Puerto Rico': 'America/Puerto_Rico',
  Newfoundland: 'America/St_Johns',
  UTC: 'UTC',
  London: 'Europe/London',
  Edinburgh: 'Europe/London',
  Dublin: 'Europe/Dublin',
  Lisbon: 'Europe/Lisbon',
  Paris: 'Europe/Paris',
  Madrid: 'Europe/Madrid',
  Berlin: 'Europe/Berlin',
  Rome: 'Europe/Rome',
  Amsterdam: 'Europe/Amsterdam',
  Beijing: 'Asia/Shanghai',
  'Hong Kong': 'Asia/Hong_Kong',
  Taipei: 'Asia/Taipei',
  Singapore: 'Asia/Singapore',
  Perth: 'Australia/Perth',
  Tokyo: 'Asia/Tokyo',
  Osaka: 'Asia/Tokyo',
  Sapporo: 'Asia/Tokyo',
  Adelaide: 'Australia/Adelaide',
  Darwin: 'Australia/Darwin',
  Brisbane: 'Australia/Brisbane',
  Canberra: 'Australia/Sydney',
  Melbourne: 'Australia/Melbourne',
  Sydney: 'Australia/Sydney',
  Hobart: 'Australia/Hobart',
  Auckland: 'Pacific/Auckland',
  Wellington: 'Pacific/Auckland',
};

/**
 * The IANA name of a zone a file names; null when nobody knows it.
 *
 * @example zoneOfName('Pacific Time (US & Canada)') // => 'America/Los_Angeles'
 * @example zoneOfName('Europe/Vienna') // => 'Europe/Vienna'
 */
export function zoneOfName(name: string): string | null {
  if (Object.hasOwn(NAMES, name)) return NAMES[name] ?? null;
  if (!name.includes('/')) return null;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return name;
  } catch {
    return null;
  }
}

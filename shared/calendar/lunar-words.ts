const DIGITS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const MONTHS = ['正', ...DIGITS.slice(1), '冬', '腊'];

/**
 * A lunar date as a wall calendar writes it; who writes the leap month says so before it.
 *
 * @example lunarWords(6, 1) // => '六月初一'
 * @example lunarWords(11, 20) // => '冬月二十'
 * @example lunarWords(12, 30, true) // => '臘月三十'
 */
export function lunarWords(month: number, day: number, traditional = false): string {
  const name = MONTHS[month - 1] ?? String(month);
  return `${traditional && month === 12 ? '臘' : name}月${dayWord(day)}`;
}

function dayWord(day: number): string {
  if (day <= 10) return `初${DIGITS[day - 1]}`;
  if (day === 20) return '二十';
  if (day >= 30) return '三十';
  return `${day < 20 ? '十' : '廿'}${DIGITS[(day % 10) - 1]}`;
}

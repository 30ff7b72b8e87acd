/**
 * A list of `rows` orders whose sums are known by construction: buyer k buys for 1.25 × 2 every k + 1 days over 300
 * days.
 */
export function ledger(rows: number): { readonly csv: string; readonly buyers: number } {
  const lines = ['order,buyer,createdAt,unitPrice,quantity'];
  let buyers = 0;
  while (lines.length <= rows) {
    const gap = (buyers % 40) + 1;
    for (let day = buyers % 97; day < 300 && lines.length <= rows; day += gap) {
      const date = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
      lines.push(`${lines.length},b${buyers},${date} 12:00:00,1.25,2`);
    }
    buyers += 1;
  }
  return { csv: `${lines.join('\n')}\n`, buyers };
}

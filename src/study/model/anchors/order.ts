// In: the ranks that stay, in the order of the note, with gaps. Out: a rank for all, so that an insertion changes no other line.

/** The given ranks rise. Text between two of them gets decimals between theirs; where there is no room left, all are numbered anew. */
export function placeOrders(steady: readonly (number | null)[]): number[] {
  const orders: number[] = [];
  let low = 0;
  for (let at = 0; at < steady.length;) {
    const end = endOfGap(steady, at);
    const high = steady[end] ?? null;
    const between = high === null ? after(low, end - at) : spaced(low, high, end - at);
    if (between === null) return steady.map((_, place) => place + 1);
    orders.push(...between);
    if (high !== null) orders.push(high);
    low = high ?? low;
    at = end + 1;
  }
  return orders;
}

function endOfGap(steady: readonly (number | null)[], start: number): number {
  let end = start;
  while (end < steady.length && steady[end] === null) end += 1;
  return end;
}

const after = (low: number, count: number): number[] =>
  Array.from({ length: count }, (_, at) => Math.floor(low) + at + 1);

const mostDecimals = 6;

/** `count` numbers between two others, with as few decimals as tell them apart. */
function spaced(low: number, high: number, count: number): number[] | null {
  if (count === 0) return [];
  const step = (high - low) / (count + 1);
  for (let decimals = 0; decimals <= mostDecimals; decimals += 1) {
    const numbers = Array.from({ length: count }, (_, at) => Number((low + step * (at + 1)).toFixed(decimals)));
    if (rises([low, ...numbers, high])) return numbers;
  }
  return null;
}

const rises = (numbers: readonly number[]): boolean =>
  numbers.every((number, at) => at === 0 || (numbers[at - 1] ?? 0) < number);

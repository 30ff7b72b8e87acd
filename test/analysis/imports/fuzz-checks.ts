import { readInputs } from '@analysis/imports/read';
import { orderFacts, PLAIN, quiet } from './helpers';
import { damage, type Mutation, mutate, type Specimen, sampleFiles, specimens, written } from './mutations';

const ZONE = { ...PLAIN, tz: 'Asia/Shanghai', dateOrder: 'mdy' } as const;
/** No small file may keep the processor longer than this (seconds); a loop without end shows itself here. */
const SLOW = 20;

/** Seconds of work so far: what else the computer does is no fault of a file. */
function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

async function factsOf(text: string) {
  const result = await readInputs([{ name: 'x', bytes: new TextEncoder().encode(text) }], ZONE, quiet());
  if (!result?.ok) return null;
  const refused = result.data.inputs.reduce((sum, input) => sum + input.refusedCount, 0);
  return { orders: orderFacts(result.data), refused };
}
type Facts = NonNullable<Awaited<ReturnType<typeof factsOf>>>;

/** What is wrong with the way a changed specimen was read; null where nothing is. */
function faultOf(before: Facts, after: Facts | null, mutation: Mutation): string | null {
  const text = (orders: Facts['orders']) => JSON.stringify(orders);
  const others = (orders: Facts['orders'], ...numbers: string[]) =>
    text(orders.filter((order) => !numbers.includes(order.number ?? '')));
  if (mutation.outcome === 'refused') return after === null ? null : 'was read';
  if (after === null) return mutation.outcome === 'rest' ? null : 'was refused';
  if (mutation.outcome === 'same')
    return text(before.orders) === text(after.orders) ? null : 'reads differently';
  if (others(before.orders, mutation.was) !== others(after.orders, mutation.was, mutation.number))
    return 'changed another order';
  const held = (facts: Facts, number: string) => facts.orders.filter((order) => order.number === number);
  if (mutation.outcome === 'renamed') {
    const [was] = held(before, mutation.was);
    const now = held(after, mutation.number);
    const same = text(now) === text(was ? [{ ...was, number: mutation.number }] : []);
    return same && held(after, mutation.was).length === 0 ? null : 'lost or changed the order';
  }
  return after.refused > before.refused ? null : 'was dropped in silence';
}

/** Checks changed cells whose right outcome is known. Throws with what went wrong. */
export async function checkMutations(count: number, random: () => number): Promise<number> {
  const all = await specimens();
  const before = new Map<Specimen, Facts>();
  let done = 0;
  for (let tries = 0; done < count && tries < count * 20; tries++) {
    const specimen = all[Math.floor(random() * all.length)]!;
    const mutation = mutate(specimen, random);
    if (mutation === null) continue;
    const known = before.get(specimen) ?? (await factsOf(written(specimen, specimen.rows)));
    if (known === null) throw new Error(`${specimen.name} is refused as it is.`);
    before.set(specimen, known);
    const fault = faultOf(known, await factsOf(mutation.text), mutation);
    if (fault !== null) throw new Error(`${mutation.what} ${fault}.`);
    done++;
  }
  return done;
}

/** Checks damaged files of every kind: read or refused, never a crash, a hang, or a number that is none. */
export async function checkDamage(count: number, random: () => number): Promise<number> {
  const files = sampleFiles();
  for (let index = 0; index < count; index++) {
    const sample = files[Math.floor(random() * files.length)]!;
    const bytes = damage(sample.bytes, random);
    const since = worked();
    const where = `${sample.name}, damaged file ${index}`;
    const result = await readInputs([{ name: 'x', bytes }], { ...ZONE, password: '123456' }, quiet()).catch(
      (problem: unknown) => {
        throw new Error(`${where}: ${problem instanceof Error ? problem.stack : String(problem)}`);
      },
    );
    if (worked() - since > SLOW) throw new Error(`${where} took too long.`);
    if (!result?.ok) continue;
    const { paid, time, refund } = result.data.orders;
    if ([paid, time, refund].some((column) => column.some((value) => !Number.isFinite(value))))
      throw new Error(`${where}: an amount or a time that is no number.`);
  }
  return count;
}

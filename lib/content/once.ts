import { isDeepStrictEqual } from 'node:util'

/** The same function, which does its work once for each thing and remembers what came of it for as long as the thing is used. While somebody edits, all files but one are the same as a moment ago. */
export function once<Thing extends object, Rest extends unknown[], Value>(
  make: (thing: Thing, ...rest: Rest) => Value,
): (thing: Thing, ...rest: Rest) => Value {
  const made = new WeakMap<Thing, { value: Value }>()
  return (thing, ...rest) => {
    const before = made.get(thing)
    if (before) return before.value
    const value = make(thing, ...rest)
    made.set(thing, { value })
    return value
  }
}

/** The same for what depends on its surroundings, too: it is made anew when one of them is another. */
export function onceAmong<Thing extends object, Rest extends unknown[], Value>(
  make: (thing: Thing, ...rest: Rest) => Value,
  surroundings: (...rest: Rest) => readonly unknown[],
): (thing: Thing, ...rest: Rest) => Value {
  const made = new WeakMap<Thing, { among: readonly unknown[]; value: Value }[]>()
  return (thing, ...rest) => {
    const among = surroundings(...rest)
    const before = made.get(thing) ?? []
    const same = before.find((one) => one.among.every((part, index) => part === among[index]))
    const now = same ?? { among, value: make(thing, ...rest) }
    made.set(thing, latest(now, before))
    return now.value
  }
}

/** Gives back a thing of before for as long as a new one holds the same, so that what depends on it need not be made anew. */
export function steady<Thing>(): (thing: Thing) => Thing {
  let before: Thing[] = []
  return (thing) => {
    const now = before.find((one) => isDeepStrictEqual(one, thing)) ?? thing
    before = latest(now, before)
    return now
  }
}

/** While a file is broken, the library is made as it is and again as it last was, so a few are remembered. */
const latest = <One>(now: One, before: One[]): One[] =>
  [now, ...before.filter((one) => one !== now)].slice(0, 3)

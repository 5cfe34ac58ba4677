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

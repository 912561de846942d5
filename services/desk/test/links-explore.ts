import { begin, type End, type Scenario } from './links-world.ts'

/** Tries every order and every crash; `check` sees each world in which nothing is left to be done. */
export async function explore(
  scenario: Scenario,
  check: (end: End) => void
): Promise<{ states: number; ends: number }> {
  const seen = new Set<string>()
  const todo: number[][] = [[]]
  let ends = 0
  for (let path = todo.pop(); path; path = todo.pop()) {
    const world = await begin(scenario)
    const take = async (choice: number) => {
      const options = world.choices()
      if (options.length === 0) await world.rest()
      else await options[choice]!()
      await world.settle()
    }
    for (const choice of path) await take(choice)
    for (;;) {
      const key = world.key()
      if (seen.has(key)) break
      seen.add(key)
      const { length } = world.choices()
      if (length === 0) {
        if (!(await world.rest())) {
          ends += 1
          check(await world.end())
          break
        }
        await world.settle()
        path = [...path, 0]
        continue
      }
      for (let choice = 1; choice < length; choice++) todo.push([...path, choice])
      path = [...path, 0]
      await take(0)
    }
  }
  return { states: seen.size, ends }
}

import type { Fact } from '../reference/facts.ts'

/** Something that is not as it has to be. `clocks` and `facts` are there so that one can see why. */
export interface Mismatch {
  ticket: string
  what: string
  expected: readonly string[]
  found: readonly string[]
  clocks: readonly string[]
  facts: readonly Fact[]
}

export const wall = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(5, 23)

/** One line for each thing that happened, as a person would tell it. */
function lineOf({ at, kind, ...of }: Fact): string {
  const more = Object.entries(of).map(([name, value]) => {
    if (typeof value === 'number') return `${name} ${wall(value)}`
    return typeof value === 'object' ? Object.values(value).join(' ') : `${name} ${String(value).split('/').at(-1)}`
  })
  return `    ${wall(at)} ${kind} ${more.join(', ')}`
}

/** What had to be and what is, with the script behind it. */
export function showMismatch({ ticket, what, expected, found, clocks, facts }: Mismatch): string {
  return [
    `${what} of ${ticket}`,
    ...expected.filter(line => !found.includes(line)).map(line => `  must ${line}`),
    ...found.filter(line => !expected.includes(line)).map(line => `  has  ${line}`),
    ...clocks.map(line => `      ${line}`),
    ...facts.map(lineOf)
  ].join('\n')
}

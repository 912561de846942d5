import type { Actor } from '@huiyin/schemas/actor.ts'

/** Who of the directory comes into question, and who is named in a text. */

type Person = Pick<Actor, 'id' | 'name' | 'role' | 'roles' | 'department'>

const WORKS: readonly string[] = ['head', 'collector', 'editor', 'reviewer', 'operator']

/** Those of the office who can have a ticket in hand; the server has the last word. */
export const canTake = ({ department, role, roles = [] }: Person): boolean =>
  !department && [role, ...roles].some(one => WORKS.includes(one))

/** Who reads a note by somebody of `department`: the office, that department, and all of them when it is shared. */
export const readsNote = (person: Person, of: { department: string | undefined; shared: boolean }): boolean =>
  !person.department || of.shared || person.department === of.department

/** Those whose name or id has these letters in it; names that begin with them first. */
export function found<P extends Person>(people: readonly P[], q: string): P[] {
  const asked = q.trim().toLowerCase()
  const begins = ({ name }: P) => Number(name.toLowerCase().startsWith(asked))
  return people
    .filter(({ id, name }) => `${name}\n${id}`.toLowerCase().includes(asked))
    .sort((a, b) => begins(b) - begins(a))
}

/** The `@` before the caret that a name is being written after, with what stands between them. */
export function calling(text: string, caret: number): { from: number; q: string } | undefined {
  const from = text.lastIndexOf('@', caret - 1)
  if (from < 0 || caret <= from) return
  const q = text.slice(from + 1, caret)
  return q.length <= 20 && !/[\s@，。；、,.;]/.test(q) ? { from, q } : undefined
}

/** The text with the name in the place of what was written after the `@`, and where the caret goes. */
export function withName(text: string, { from, q }: { from: number; q: string }, name: string) {
  const head = `${text.slice(0, from)}@${name} `
  return { text: head + text.slice(from + 1 + q.length).replace(/^ /, ''), caret: head.length }
}

type Part = { text: string; who?: Person[] }

/** A text in parts: between them, each `@` with the longest name that stands there, and all who are called so. */
export function parts(text: string, people: readonly Person[]): Part[] {
  const names = [...new Set(people.map(({ name }) => name))].sort((a, b) => b.length - a.length)
  const made: Part[] = []
  let from = 0
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const name = names.find(name => text.startsWith(name, at + 1))
    if (name === undefined) continue
    if (at > from) made.push({ text: text.slice(from, at) })
    made.push({ text: `@${name}`, who: people.filter(one => one.name === name) })
    from = at + 1 + name.length
  }
  return from < text.length ? [...made, { text: text.slice(from) }] : made
}

/** Ids of all who are named in a text. */
export const namedIn = (text: string, people: readonly Person[]): string[] => [
  ...new Set(parts(text, people).flatMap(({ who = [] }) => who.map(({ id }) => id)))
]

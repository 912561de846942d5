import { pick, type Random } from '../random.ts'
import { COMPLAINTS } from './complaints.ts'
import { DANGERS } from './dangers.ts'
import { FOLLOW_UPS } from './follow-ups.ts'
import type { Group } from './group.ts'
import { INQUIRIES } from './inquiries.ts'
import { SLOTS } from './slots.ts'
import { SUGGESTIONS } from './suggestions.ts'
import { TALK } from './talk.ts'

/** One text, and what a reader would say of it. */
export type Saying = Omit<Group, 'lines'> & { text: string }

/** What citizens write under posts, without what they write back. */
export const GROUPS: readonly Group[] = [...INQUIRIES, ...SUGGESTIONS, ...COMPLAINTS, ...DANGERS, ...TALK]

const NOISE = ['', '', '', '', '！', '。。。', '～', ' @青禾发布', '🙏', '😤', '？？']

const fill = (line: string, choose: (values: readonly string[]) => string) =>
  line.replace(/\{(\w+)\}/g, (_, slot: string) => {
    const values = SLOTS[slot]
    if (!values) throw new RangeError(`There is no slot "${slot}"`)
    return choose(values)
  })

const tagsOf = ({ lines: _lines, ...tags }: Group) => tags

/** So many lines must pass before one is said again. */
const NOT_AGAIN_FOR = 40

/** Says something of the groups, filled and now and then with noise at its end; seldom the same soon again. */
export type Voice = (groups?: readonly Group[]) => Saying

export function voice(random: Random): Voice {
  const recent: string[] = []
  return (groups = GROUPS) => {
    const all = groups.flatMap(group => group.lines.map(line => ({ group, line })))
    const fresh = all.filter(({ line }) => !recent.includes(line))
    const { group, line } = pick(random, fresh.length > 0 ? fresh : all)
    recent.push(line)
    if (recent.length > NOT_AGAIN_FOR) recent.shift()
    return { ...tagsOf(group), text: fill(line, values => pick(random, values)) + pick(random, NOISE) }
  }
}

/** Every line with several fillings, in a fixed order: for whoever wants all of them. */
export function allSayings(fillings = 3): Saying[] {
  const sayings = new Map<string, Saying>()
  for (const group of [...GROUPS, ...FOLLOW_UPS]) {
    for (const line of group.lines) {
      for (let i = 0; i < fillings; i++) {
        let slot = 0
        const text = fill(line, values => values[(i + slot++) % values.length]!)
        sayings.set(text, { ...tagsOf(group), text })
      }
    }
  }
  return [...sayings.values()]
}

/** Groups of a kind. */
export const groupsOf = (...kinds: Group['kind'][]) => GROUPS.filter(({ kind }) => kinds.includes(kind))

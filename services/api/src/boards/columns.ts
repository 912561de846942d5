import type { DatedFact } from '@huiyin/domain/boards/dated-facts.ts'
import { FACT_CODES, type FactCode } from '@huiyin/domain/reports/figures.ts'
import { openNames } from './names.ts'

/**
 * Dated facts of many tickets, a row for those of a ticket that share their instants and what they are told apart by. A
 * row is 51 bytes in arrays of plain numbers: a hundred thousand tickets are some hundreds of thousands of rows, and all
 * of them are looked over in a few milliseconds, so that nothing needs to be kept in order.
 */
export interface Columns {
  /** All that a ticket adds, in the place of what it added before. */
  replace: (ticket: string, n: number, facts: readonly DatedFact[]) => void
  /** Number of the ticket's last event that was taken; 0 for one that is not known. */
  seen: (ticket: string) => number
  /** Hands over each row that begins with `at` in from (inclusive) to (exclusive) and is known at `asOf`. */
  scan: (of: { from: number; to: number; asOf: number }, take: (row: number) => void) => void
  /** What stands in a row; valid until the next `replace`. */
  row: Row
  clear: () => void
  size: () => { tickets: number; rows: number; bytes: number }
}

export interface Row {
  has: (row: number, figure: FactCode) => boolean
  mask: (row: number) => number
  at: (row: number) => number
  value: (row: number) => number
  ticket: (row: number) => string
  account: (row: number) => string
  /** '' where there is none. */
  department: (row: number) => string
  label: (row: number) => string
  level: (row: number) => string
  sentiment: (row: number) => string
}

/** Facts of tickets, in the bits of a row. */
const BITS: readonly FactCode[] = FACT_CODES.filter(code => !isOutside(code))
const BIT = new Map<string, number>(BITS.map((code, i) => [code, 1 << i]))

function isOutside(code: FactCode): boolean {
  return (
    /^(comments|own-comments|posts|reads|likes|reposts|topic-comments|minimum-sample)$/.test(code) ||
    /^(incident|false-alarms)/.test(code)
  )
}

/** The figures that rows can have, in the order of their bits. */
export const ROW_FIGURES = BITS

const FIRST = 4_096
/** Rows that count no more are cleared away beyond this share. */
const DEAD = 0.3

type Kept = ReturnType<typeof arraysOf>

const arraysOf = (length: number) => ({
  ticket: new Uint32Array(length),
  mask: new Uint32Array(length),
  at: new Float64Array(length),
  since: new Float64Array(length),
  till: new Float64Array(length),
  value: new Float64Array(length),
  account: new Uint32Array(length),
  department: new Uint32Array(length),
  said: new Uint8Array(length * 3)
})

export function openColumns(): Columns {
  if (BITS.length > 32) throw new TypeError(`A row has 32 bits for figures; the table has ${BITS.length} of tickets`)
  let rows = arraysOf(FIRST)
  let count = 0
  let dead = 0
  let tickets = openNames()
  let first: number[] = []
  let many: number[] = []
  let ns: number[] = []
  const words = openNames()
  words.index('') // 0: none
  const kinds = openNames() // labels, levels and feelings: few enough for a byte
  const order: number[] = []

  function room(more: number): void {
    if (count + more <= rows.mask.length) return
    if (dead > count * DEAD) tidy()
    if (count + more > rows.mask.length) rows = copied(rows, arraysOf(Math.ceil((count + more) * 1.5)), count)
  }

  /** Rows that count no more go; those of a ticket stay beside each other. */
  function tidy(): void {
    let to = 0
    for (let ticket = 0; ticket < tickets.size(); ticket++) {
      for (let i = 0; i < many[ticket]!; i++) order.push(first[ticket]! + i)
    }
    order.sort((a, b) => a - b)
    for (const from of order) {
      const ticket = rows.ticket[from]!
      if (first[ticket] === from) first[ticket] = to
      if (from !== to) move(rows, from, to)
      to += 1
    }
    order.length = 0
    count = to
    dead = 0
  }

  const said = (row: number, which: number) => kinds.name(rows.said[row * 3 + which]!)

  return {
    replace(ticket, n, facts) {
      const together = groupsOf(facts)
      room(together.length)
      const index = tickets.index(ticket)
      for (let i = 0; i < (many[index] ?? 0); i++) rows.mask[first[index]! + i] = 0
      dead += many[index] ?? 0
      first[index] = count
      many[index] = together.length
      ns[index] = n
      for (const { mask, value, fact } of together) {
        const { account = '', department = '', label = '', level = '', sentiment = '' } = fact.by
        rows.ticket[count] = index
        rows.mask[count] = mask
        rows.at[count] = fact.at
        rows.since[count] = fact.since
        rows.till[count] = fact.till
        rows.value[count] = value
        rows.account[count] = words.index(account)
        rows.department[count] = words.index(department)
        for (const [i, word] of [label, level, sentiment].entries()) rows.said[count * 3 + i] = kinds.index(word)
        count += 1
      }
    },
    seen: ticket => {
      const index = tickets.find(ticket)
      return index === undefined ? 0 : (ns[index] ?? 0)
    },
    scan({ from, to, asOf }, take) {
      const { at, since, till, mask } = rows
      for (let i = 0; i < count; i++) {
        if (at[i]! >= from && at[i]! < to && since[i]! <= asOf && till[i]! >= asOf && mask[i] !== 0) take(i)
      }
    },
    row: {
      has: (row, figure) => (rows.mask[row]! & (BIT.get(figure) ?? 0)) !== 0,
      mask: row => rows.mask[row]!,
      at: row => rows.at[row]!,
      value: row => rows.value[row]!,
      ticket: row => tickets.name(rows.ticket[row]!),
      account: row => words.name(rows.account[row]!),
      department: row => words.name(rows.department[row]!),
      label: row => said(row, 0),
      level: row => said(row, 1),
      sentiment: row => said(row, 2)
    },
    clear() {
      rows = arraysOf(FIRST)
      count = 0
      dead = 0
      tickets = openNames()
      first = []
      many = []
      ns = []
    },
    size: () => ({ tickets: tickets.size(), rows: count - dead, bytes: rows.mask.length * BYTES })
  }
}

const BYTES = 51

function copied(from: Kept, to: Kept, rows: number): Kept {
  for (const [name, array] of Object.entries(from) as [keyof Kept, Float64Array][])
    (to[name] as Float64Array).set(array.subarray(0, name === 'said' ? rows * 3 : rows))
  return to
}

function move(rows: Kept, from: number, to: number): void {
  for (const [name, array] of Object.entries(rows)) {
    if (name === 'said') array.copyWithin(to * 3, from * 3, from * 3 + 3)
    else array[to] = array[from]!
  }
}

type Group = { mask: number; value: number; fact: DatedFact }

/** What shares its instants and what it is told apart by stands in one row; each row has one number at most. */
function groupsOf(facts: readonly DatedFact[]): Group[] {
  const groups = new Map<string, Group>()
  for (const fact of facts) {
    const bit = BIT.get(fact.figure)
    if (bit === undefined) continue
    const numbered = NUMBERED.has(fact.figure)
    for (let again = 0; ; again++) {
      const key = `${fact.at}/${fact.since}/${fact.till}/${fact.by.department}/${again}`
      const group = groups.get(key)
      if (group && ((group.mask & bit) !== 0 || (numbered && (group.mask & NUMBERED_BITS) !== 0))) continue // the same twice
      if (group) {
        group.mask |= bit
        if (numbered) group.value = fact.value
      } else groups.set(key, { mask: bit, value: numbered ? fact.value : 0, fact })
      break
    }
  }
  return [...groups.values()].map(group => ({ ...group, mask: group.mask >>> 0 }))
}

/** Those whose numbers say more than that there is one. */
export const NUMBERED: ReadonlySet<string> = new Set<FactCode>(['reply-time', 'rating'])
const NUMBERED_BITS = [...NUMBERED].reduce((bits, code) => bits | BIT.get(code)!, 0)

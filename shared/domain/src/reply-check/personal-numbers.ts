import { isBankCard } from './bank-card.ts'
import { isIdentityNumber } from './identity-number.ts'
import type { Personal } from './personal.ts'

/** A run of digits. */
interface Group {
  digits: string
  start: number
  end: number
  /** What stands between it and the next one, when they may be one number. */
  joint: string | undefined
}

const GROUP = /\d+/g
const CHECK_X = /^[Xx](?![A-Za-z\d])/
const JOINT = /^[ .·-]{1,3}$/
const LONGEST = 19

/** What a mask has left of a number is no beginning of another. */
const isLeft = (text: string, start: number, end: number) =>
  end - start <= 4 && (text.startsWith('**', end) || text.slice(Math.max(0, start - 2), start) === '**')

function groupsOf(text: string): Group[] {
  const groups: Group[] = []
  for (const { 0: digits, index: start } of text.matchAll(GROUP)) {
    const end = start + digits.length
    const last = groups.at(-1)
    if (last && start - last.end <= 3) {
      const between = text.slice(last.end, start)
      if (JOINT.test(between)) last.joint = between
    }
    if (isLeft(text, start, end)) {
      if (last) last.joint = undefined
    } else groups.push({ digits, start, end, joint: undefined })
  }
  return groups
}

/** How many digits a mask leaves at either end. */
const STARS = { id: [3, 2], 'bank-card': [4, 4], mobile: [3, 4] } as const
type Kind = keyof typeof STARS

/** 138 0013 8000, 138-00138000 or digit by digit; not a row of figures that happens to have eleven digits. */
const isWrittenAsPhone = (sizes: readonly number[]) =>
  sizes.every(size => size === 1) || (sizes[0]! >= 3 && sizes.length <= 4)

function kindOf(digits: string, sizes: readonly number[], before: string): Kind | undefined {
  if (digits.length < 11) return
  if (isIdentityNumber(digits)) return 'id'
  const short = sizes.slice(0, -1).some(size => size < 4)
  if (!short && !/[A-Za-z]/.test(before) && isBankCard(digits)) return 'bank-card'
  if (/^(?:(?:00)?86)?1[3-9]\d{9}$/.test(digits) && isWrittenAsPhone(sizes)) return 'mobile'
}

function masked(kind: Kind, digits: string): string {
  const [head, tail] = STARS[kind]
  const own = kind === 'mobile' ? digits.slice(-11) : digits
  return own.slice(0, head) + '*'.repeat(own.length - head - tail) + own.slice(-tail)
}

/** The longest number that begins with a group, and how many groups it takes. */
function numberAt(text: string, groups: readonly Group[], first: number): [Personal, number] | undefined {
  const { start } = groups[first]!
  const sizes: number[] = []
  let digits = ''
  let found: [Personal, number] | undefined
  for (let i = first; i < groups.length; i++) {
    const group = groups[i]!
    digits += group.digits
    sizes.push(group.digits.length)
    if (digits.length > LONGEST) break
    const x = digits.length === 17 && CHECK_X.test(text.slice(group.end, group.end + 2)) ? text.charAt(group.end) : ''
    const kind = kindOf(digits + x, sizes, text.charAt(start - 1)) ?? kindOf(digits, sizes, text.charAt(start - 1))
    if (kind) {
      const end = kind === 'id' ? group.end + x.length : group.end
      found = [{ kind, start, end, masked: masked(kind, text.slice(start, end).replace(/[^\dXx]/g, '')) }, sizes.length]
    }
    if (group.joint === undefined || group.joint !== groups[first]!.joint) break
  }
  return found
}

/** Identity numbers, bank cards and mobile numbers of a folded text, written in one or in groups. */
export function personalNumbers(text: string): Personal[] {
  const groups = groupsOf(text)
  const found: Personal[] = []
  for (let i = 0; i < groups.length; ) {
    const number = numberAt(text, groups, i)
    if (number) found.push(number[0])
    i += number?.[1] ?? 1
  }
  return found
}

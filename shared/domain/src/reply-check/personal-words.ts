import type { Personal } from './personal.ts'

// Every repetition is bounded, so that a text of any length is read in linear time. Where a pattern has a group, the
// group is the datum.

const PASSPORT = [
  /(?:护照|通行证)[^\n\d*]{0,10}?(?<![A-Za-z\d])([A-Za-z]{1,2}\d{7,8}|\d{9})(?![A-Za-z\d])/dg,
  /(?<![A-Za-z\d*])([A-Za-z]{1,2}\d{7,8})(?![A-Za-z\d])[^\n\d*]{0,6}(?:护照|通行证)/dg
]

const LANDLINE = [
  /(?<!\d|\*\*)\(?0(?:10|2\d|[3-9]\d{2})\)?[ -]{0,3}[2-8]\d{2,3}[ -]?\d{4}(?!\d|\*\*)/g,
  /(?<!\d|\*\*)(?:\+|00)86[ -]{0,2}\(?0?\)?(?:10|2\d|[3-9]\d{2})\)?[ -]{1,3}[2-8]\d{2,3}[ -]?\d{4}(?!\d|\*\*)/g
]

const EMAIL = /(?<![A-Za-z\d._%+-])[A-Za-z\d._%+-]{1,64}@[A-Za-z\d-]{1,63}(?:\.[A-Za-z\d-]{1,63}){1,6}/g

const PLATE =
  /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][ ·.-]{0,2}[A-HJ-NP-Z\d]{4,5}[A-HJ-NP-Z\d挂学警港澳](?![A-Za-z\d*])/gi

const PLACE = '路|街|巷|弄|里|道|胡同|小区|社区|花园|家园|公寓|新村|苑|园|庭|府|城|湾|院'
const NUMBER = '[A-Za-z\\d零〇一二三四五六七八九十百]{1,5}'
const PART = `[ ,，]{0,2}(?:${NUMBER}(?:号楼|号院|号|弄|栋|幢|座|单元|层|楼|组|户|室))`
const DOOR = `[ ,，]{0,2}${NUMBER}(?:栋|幢|单元|户|室)`
const ADDRESS = [
  new RegExp(
    `\\p{Script=Han}{1,3}(?:${PLACE})(${PART}{0,6}?${DOOR}${PART}{0,4}(?:[ ,，]{0,2}\\d{2,4}(?!\\d))?)`,
    'dgu'
  ),
  new RegExp(`\\p{Script=Han}{1,3}(?:村|屯|寨)(${PART}{0,2}?${NUMBER}号(?:院)?)`, 'dgu'),
  new RegExp(`\\p{Script=Han}{1,3}(?:${PLACE})(${PART}{0,3}?${NUMBER}(?:号楼|座)[ -]{0,2}\\d{3,4}(?!\\d))`, 'dgu')
]

type Mask = (found: string) => string

const stars =
  (head: number, tail: number): Mask =>
  found =>
    found.slice(0, head) + '*'.repeat(Math.max(2, found.length - head - tail)) + found.slice(-tail)

const maskLandline: Mask = found => {
  const digits = found.replace(/\D/g, '').replace(/^(?:00)?86/, '')
  const [area = ''] = /^0?(?:10|2\d|\d{3})/.exec(digits) ?? []
  return `${area}****${digits.slice(-4)}`
}

const maskEmail: Mask = found => `${found[0]}***${found.slice(found.indexOf('@'))}`

const maskDoor: Mask = found => found.replace(/[A-Za-z\d零〇一二三四五六七八九十百]+/g, '**')

function findAll(text: string, kind: Personal['kind'], patterns: readonly RegExp[], mask: Mask): Personal[] {
  return patterns.flatMap(pattern =>
    Array.from(text.matchAll(pattern), match => {
      const [start, end] = match.indices?.[1] ?? [match.index, match.index + match[0].length]
      return { kind, start, end, masked: mask(text.slice(start, end)) }
    })
  )
}

const hasDigits = (text: string) => text.replace(/\D/g, '').length >= 3

/** What is found by the words and signs around it, in a folded text; may overlap. */
export const personalWords = (text: string): Personal[] => [
  ...findAll(text, 'passport', PASSPORT, stars(1, 2)),
  ...findAll(text, 'landline', LANDLINE, maskLandline),
  ...findAll(text, 'email', [EMAIL], maskEmail),
  ...findAll(text, 'plate', [PLATE], stars(2, 2)).filter(({ start, end }) => hasDigits(text.slice(start, end))),
  ...findAll(text, 'address', ADDRESS, maskDoor)
]

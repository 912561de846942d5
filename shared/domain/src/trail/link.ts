import { hash as hashOf, randomBytes } from 'node:crypto'
import type { HistoryRow } from '@huiyin/schemas/event.ts'
import { PlatformName } from '@huiyin/schemas/names.ts'
import type { Link } from '@huiyin/schemas/trail.ts'
import { ticketNumber } from '../ids.ts'

export const sha256 = (text: string): string => hashOf('sha256', text, 'base64url')

const SALT_BYTES = 16

/** As many salts as are asked for: nobody guesses one, and none is used twice. */
export function newSalts(count: number): string[] {
  const bytes = randomBytes(SALT_BYTES * count)
  return Array.from({ length: count }, (_, i) =>
    bytes.subarray(i * SALT_BYTES, (i + 1) * SALT_BYTES).toString('base64url')
  )
}

/**
 * What the trail keeps of a row: a digest of its JSON with the keys as they stand, the salt among them. Every store keeps
 * a row as that text; with the keys sorted first the scribe would be a third slower.
 */
export const digestOf = (row: HistoryRow): string => sha256(JSON.stringify(row))

const PLATFORMS = new Set<string>(PlatformName.anyOf.map(({ const: name }) => name))

/** A ticket's id holds the citizen's: in the trail it goes by its number. */
export function trailSubject(subject: string): string {
  const [kind = ''] = subject.split('/', 1)
  return PLATFORMS.has(kind) || subject.startsWith('~') ? ticketNumber(subject) : subject
}

/** The next links of a partition: one for each row, in their order. */
export function linksAfter(head: Link | undefined, partition: number, rows: readonly HistoryRow[]): Link[] {
  const links: Link[] = []
  let { n, hash: prev } = head ?? { n: 0, hash: '' }
  for (const row of rows) {
    n += 1
    const subject = trailSubject(row.ticket)
    const content = {
      partition,
      n,
      at: row.at,
      subject,
      type: row.type,
      offset: row.offset,
      digest: digestOf(row),
      prev
    }
    const link = { ...content, hash: linkHash(content) }
    links.push(link)
    prev = link.hash
  }
  return links
}

/** The hash that a link of this content has. */
export const linkHash = ({ partition, n, at, subject, type, offset, digest, prev }: Omit<Link, 'hash'>): string =>
  sha256(`huiyin link 1\n${partition}\n${n}\n${at}\n${type}\n${offset}\n${digest}\n${prev}\n${subject}`)

export const linkId = ({ partition, n }: Pick<Link, 'partition' | 'n'>) => `${partition}/${n}`

/** Whether a row says what its link was made of; a redacted one cannot say it any more, and is where it was. */
export function isRowOf(row: HistoryRow, link: Link): boolean {
  const sameAbout = row.at === link.at && row.type === link.type && trailSubject(row.ticket) === link.subject
  const samePlace = row.partition === link.partition && row.offset === link.offset
  return sameAbout && samePlace && (row.redacted === true ? row.salt === undefined : digestOf(row) === link.digest)
}

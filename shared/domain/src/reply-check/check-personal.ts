import type { Finding, ReplyLists } from '@huiyin/schemas/reply-check.ts'
import { type Folded, spanOf } from './fold.ts'
import { isAllowedHost } from './hosts.ts'
import { officePhones } from './office-phones.ts'
import { type Personal, personalData } from './personal.ts'
import { finding } from './sentences.ts'

type Lists = Pick<ReplyLists, 'officePhones' | 'hosts'>

function isPublic({ officePhones: listed, hosts }: Lists): (kind: Personal['kind'], found: string) => boolean {
  const isOfficePhone = officePhones(listed)
  return (kind, found) => {
    if (kind === 'landline' || kind === 'mobile') return isOfficePhone(found)
    return kind === 'email' && isAllowedHost(found.slice(found.indexOf('@') + 1).toLowerCase(), hosts)
  }
}

/** Personal data that a reply would show to everybody; the office's own phones and mail are none. */
export function checkPersonal(folded: Folded, lists: Lists): Finding[] {
  const mayStand = isPublic(lists)
  return personalData(folded)
    .filter(({ kind, start, end }) => !mayStand(kind, folded.text.slice(start, end)))
    .map(({ kind, start, end, masked }) => finding(`personal-${kind}`, spanOf(folded, start, end), masked))
}

import type { Account } from './rhythm.ts'
import type { Member, Subject } from './subject.ts'
import { risen } from './telling.ts'
import type { Adopted } from './types.ts'

interface Held {
  comments: ReadonlyMap<string, Member>
  told: Set<Subject>
}

/** Gives the subject that holds most of an incident's comments its name back, as one that was told. */
export function adoptInto(known: readonly Adopted[], { comments, told }: Held): void {
  for (const { subject: id, comments: refs, told: members } of known) {
    const counts = new Map<Subject, number>()
    for (const ref of refs) {
      const member = comments.get(ref.id)
      if (!member?.subject) continue
      member.isNew = false
      counts.set(member.subject, (counts.get(member.subject) ?? 0) + 1)
    }
    const [most] = [...counts].sort(([, a], [, b]) => b - a)
    if (!most) continue
    const [subject] = most
    subject.id = id
    subject.told ??= { since: subject.since, at: subject.since, members: 0, accounts: new Set(), share: 0 }
    subject.told.members = members
    subject.told.accounts = new Set<Account>(risen(subject).map(({ account }) => account))
    told.add(subject)
  }
}

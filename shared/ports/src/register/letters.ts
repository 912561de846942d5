import { answersFor, subjectKey } from '@huiyin/domain/appraisal/subjects.ts'
import type { House as People } from '@huiyin/domain/escalation/recipients.ts'
import { accountId, idOf } from '@huiyin/domain/ids.ts'
import { distinctRecipients } from '@huiyin/domain/letters/letter-delivery.ts'
import { answeredLetter, confirmedLetter, type Told } from '@huiyin/domain/register/letters.ts'
import type { PublicAccount } from '@huiyin/schemas/account.ts'
import { system } from '@huiyin/schemas/actor.ts'
import type { Appraisal } from '@huiyin/schemas/appraisal.ts'
import type { LetterRecipient } from '@huiyin/schemas/letter.ts'
import type { Person } from '@huiyin/schemas/person.ts'
import type { RegisterEntry, Subject } from '@huiyin/schemas/register.ts'
import { sheetsOf } from '../appraisal/records.ts'
import type { Clock } from '../clock.ts'
import { resolveRecipients, sendLetter } from '../letters.ts'
import type { Records } from '../records.ts'

export interface TellingPorts {
  records: Records
  clock: Clock
  people: () => People
  /** All that are known, the retired too. */
  accounts: () => readonly PublicAccount[]
}

type Concerned = Pick<Subject, 'kind' | 'id'>

const WAY = { urgent: false }

/**
 * Tells those whom a confirmed appraisal is about of their result, each of their own, once for each revision: told
 * again it adds nothing. Answers how many letters were made; a subject whom nobody can be reached for has none.
 */
export async function tellConfirmed(ports: TellingPorts, appraisal: Appraisal): Promise<number> {
  const { id, revision } = appraisal
  await ports.records.refresh()
  let made = 0
  for await (const sheet of sheetsOf(ports.records, id, revision)) {
    const letter = idOf('register', 'appraisal', id, String(revision), subjectKey(sheet.subject))
    const path = sheetPath(id, sheet.subject.id)
    const to = await recipientsOf(ports, sheet.subject)
    if (await send(ports, { id: letter, of: id, path, to, told: confirmedLetter(appraisal, sheet) })) made += 1
  }
  return made
}

/** Tells who appealed, and whom the entry is about, how it was answered; once for each appeal. True when it made a letter. */
export async function tellAnswered(ports: TellingPorts, entry: RegisterEntry): Promise<boolean> {
  const told = answeredLetter(entry)
  const appeal = entry.appeals.at(-1)
  if (!told || !appeal) return false
  const concerned: Concerned[] = [{ kind: 'person', id: appeal.by.id }, entry.subject]
  const to = distinctRecipients((await Promise.all(concerned.map(one => recipientsOf(ports, one)))).flat())
  const id = idOf('register', entry.id, 'answered', String(appeal.n))
  return send(ports, { id, of: entry.id, path: entryPath(entry.id), to, told })
}

/** Where they are read on the page. */
const entryPath = (entry: string) => `/?${new URLSearchParams({ view: 'appraisal', part: 'register', open: entry })}`
const sheetPath = (appraisal: string, subject: string) =>
  `/?${new URLSearchParams({ view: 'appraisal', open: appraisal, subject })}`

/** A person, the head of a department, and of an account whoever is named as answering for it. */
async function recipientsOf(ports: TellingPorts, { kind, id }: Concerned): Promise<LetterRecipient[]> {
  const { records, people, accounts, clock } = ports
  if (kind === 'person') return personally(people(), person => person.id === id)
  if (kind === 'department')
    return resolveRecipients({ records, people }, [{ kind: 'department-head', department: id }], WAY, clock.now())
  const account = accounts().find(one => accountId(one) === id)
  return account ? personally(people(), person => answersFor(account, person)) : []
}

/** Themselves, on leave too: the time to object runs, and a deputy has no business with it. */
const personally = ({ persons, channels }: People, isMeant: (person: Person) => boolean): LetterRecipient[] =>
  persons
    .filter(isMeant)
    .flatMap(({ id, name, contacts }) =>
      contacts
        .filter(({ channel }) => channels.includes(channel))
        .map(({ channel, address }) => ({ channel, address, person: id, name }))
    )

async function send(
  { records, clock }: TellingPorts,
  { id, of, path, to, told }: { id: string; of: string; path: string; to: LetterRecipient[]; told: Told }
): Promise<boolean> {
  if (to.length === 0) return false
  const head = { id, about: 'register' as const, of, path, urgent: false, receipt: false }
  return sendLetter(records, { ...head, ...told, to, by: system('register'), madeAt: clock.now() })
}

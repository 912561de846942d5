import { idOf } from '@huiyin/domain/ids.ts'
import { parser } from '@huiyin/schemas/parse.ts'
import { SettingHead, type SettingName, SettingRevision } from '@huiyin/schemas/setting.ts'
import type { Records } from './records.ts'
import { entriesOf } from './rule-records.ts'

/** Revisions are made once, by number; the head says which is the last, and may be behind. */
const REVISIONS = 'setting-revision'
const HEADS = 'setting'

export type SettingKey = { what: SettingName; id: string }

const headId = ({ what, id }: SettingKey) => `${what}/${idOf(id)}`
const revisionId = (key: SettingKey, n: number) => `${headId(key)}/${String(n).padStart(8, '0')}`

const parseRevision = parser(SettingRevision, 'revision')
const parseHead = parser(SettingHead, 'setting')

type Reads = Pick<Records, 'get' | 'list'>

/** The last revision; undefined where none was made. Real-time. */
export async function lastRevision(records: Reads, key: SettingKey): Promise<SettingRevision | undefined> {
  const head = await records.get(HEADS, headId(key))
  let last = head && (await revisionOf(records, key, parseHead(head.document.value).n))
  while (true) {
    const next = await revisionOf(records, key, (last?.n ?? 0) + 1) // somebody ended between a revision and its head
    if (!next) return last
    last = next
  }
}

/** Undefined where there is none of that number. Real-time. */
export async function revisionOf(records: Reads, key: SettingKey, n: number): Promise<SettingRevision | undefined> {
  const found = await records.get(REVISIONS, revisionId(key, n))
  return found && parseRevision(found.document.value)
}

/** Every revision, the eldest first. As fresh as a list. */
export async function revisionsOf(records: Reads, key: SettingKey): Promise<SettingRevision[]> {
  const found: SettingRevision[] = []
  for await (const { value } of entriesOf(records, REVISIONS, `${headId(key)}/`)) found.push(parseRevision(value))
  return found
}

/** The last change of every setting that was ever changed; of one kind where `what` names it. As fresh as a list. */
export async function settingHeads(records: Reads, what?: SettingName): Promise<SettingHead[]> {
  const found: SettingHead[] = []
  for await (const { value } of entriesOf(records, HEADS, what && `${what}/`)) found.push(parseHead(value))
  return found
}

/** Makes the next revision; the number may be another by the time that it is made. */
export async function addRevision(
  records: Pick<Records, 'get' | 'list' | 'create' | 'put'>,
  revision: Omit<SettingRevision, 'n'> & { n: number }
): Promise<SettingRevision> {
  for (let n = revision.n; ; n++) {
    const made = { ...revision, n }
    if (!(await records.create(REVISIONS, { id: revisionId(revision, n), value: made }))) continue
    const { value: _, ...head } = made
    await records.put(HEADS, { id: headId(revision), value: head })
    return made
  }
}

import { settingInvalid } from '@huiyin/domain/errors.ts'
import { accountId } from '@huiyin/domain/ids.ts'
import { houseSettingView, saveHouseSetting } from '@huiyin/ports/house-settings.ts'
import { type Change, keeping } from '@huiyin/ports/keeping.ts'
import { tagOf } from '@huiyin/ports/rule-records.ts'
import type { AccountInFile, TemplateInFile } from '@huiyin/schemas/api-settings.ts'
import type { Calendar } from '@huiyin/schemas/calendar.ts'
import type { Department, Place } from '@huiyin/schemas/departments.ts'
import type { Ladder, QuietHours } from '@huiyin/schemas/ladder.ts'
import type { DepartmentDuty, Person } from '@huiyin/schemas/person.ts'
import type { Policy } from '@huiyin/schemas/policy.ts'
import type { ReplyLists } from '@huiyin/schemas/reply-check.ts'
import type { DutyRoster } from '@huiyin/schemas/roster.ts'
import type { SettingName } from '@huiyin/schemas/setting.ts'
import { replyLists, saveReplyLists } from '../reply-lists.ts'
import { saveTemplate } from '../templates.ts'
import type { SettingsPorts } from './ports.ts'

export interface SaveSetting {
  change: Change
  /** Versions may begin before now. */
  past?: boolean
  /** One of many: whoever saves them reads all anew between the kinds. */
  many?: boolean
  /** What the person saw; absent: what stands now is changed. */
  seen?: string | undefined
}

/**
 * Saves a value, as a file has it, through the same door as a person's change, with all its checks. Throws what that
 * throws. Over what is read already: refresh before.
 */
export async function saveSetting(
  ports: SettingsPorts,
  { what, value }: { what: SettingName; value: unknown },
  { change, past = false, many = false, seen }: SaveSetting
): Promise<void> {
  const { rulebook, map, records, clock } = ports
  const saves = rulebook.by(change, { past, many })
  const people = rulebook.people()
  const over = (standing: object | undefined) => seen ?? (standing && tagOf(standing))
  switch (what) {
    case 'places':
      return map.by(change).savePlaces(value as Place[], seen ?? map.places().tag)
    case 'departments':
      return map.by(change).saveDepartments(value as Department[], seen ?? map.departments().tag)
    case 'people': {
      const person = value as Person
      return saves.savePerson(person, over(people.persons.find(({ id }) => id === person.id)))
    }
    case 'rosters': {
      const roster = value as DutyRoster
      return saves.saveRoster(roster, over(people.rosters.find(({ id }) => id === roster.id)))
    }
    case 'duties': {
      const duty = value as DepartmentDuty
      return saves.saveDuty(duty, over(people.departments.find(({ department }) => department === duty.department)))
    }
    case 'quiet-hours':
      return saves.saveQuietHours(value as QuietHours, over(people.quietHours))
    case 'calendars':
      return saves.saveCalendar(value as Calendar)
    case 'policies':
      return saves.savePolicy(value as Policy)
    case 'ladders':
      return saves.saveLadder(value as Ladder)
    case 'reply-lists': {
      const tag = seen ?? (await replyLists(records)).tag
      await saveReplyLists(keeping(records, ports, change), value as ReplyLists, tag)
      return
    }
    case 'templates': {
      const { id, ...body } = value as TemplateInFile
      const saving = { actor: change.by, selfReview: false, now: clock.now() }
      await saveTemplate(keeping(records, ports, change), id, body, saving)
      return
    }
    case 'accounts':
      return saveAccount(ports, value as AccountInFile, { change, seen })
    default: {
      const tag = seen ?? (await houseSettingView(records, what)).tag
      await saveHouseSetting(ports, { name: what, value, seen: tag }, change)
    }
  }
}

/** A new one is paused until somebody gives it credentials, which no file has. */
async function saveAccount({ book, addresses }: SettingsPorts, value: AccountInFile, { change, seen }: SaveSetting) {
  const { retired, ...account } = value
  for (const url of [account.api, account.options?.partnerApi]) if (url) await addresses.check(url)
  const standing = book.rows().find(row => accountId(row.account) === accountId(account))
  if (standing) await book.change(account, seen ?? standing.tag, change)
  else await book.add({ ...account, credentials: {}, paused: true }, change, { withoutCredentials: true })
  if (retired && standing?.state !== 'retired') return book.setState(account, 'retired', change)
  if (!retired && standing?.state === 'retired')
    throw settingInvalid(`Account ${account.name} is retired in this house; take it up again where accounts are kept`)
}

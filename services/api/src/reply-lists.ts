import { DEFAULT_REPLY_LISTS } from '@huiyin/domain/reply-check/default-lists.ts'
import type { Version } from '@huiyin/ports/documents.ts'
import type { Records } from '@huiyin/ports/records.ts'
import { putSeen, tagOf } from '@huiyin/ports/rule-records.ts'
import type { ReplyListsView } from '@huiyin/schemas/api-templates.ts'
import type { ReplyLists } from '@huiyin/schemas/reply-check.ts'

/** By which lists replies are checked: those of the office, kept as one record, or the shipped ones. */
const KIND = 'reply-lists'
const ID = 'office'

const SHIPPED: ReplyListsView = { lists: DEFAULT_REPLY_LISTS }

/** What was read last; the same object while nothing changes: words are folded once for each. */
const known = new WeakMap<Records, { version: Version; view: ReplyListsView }>()

/** The lists in force, with their tag where the office has made them its own. */
export async function replyLists(records: Records): Promise<ReplyListsView> {
  const found = await records.get<ReplyLists>(KIND, ID)
  if (!found) return SHIPPED
  const before = known.get(records)
  if (before?.version === found.version) return before.view
  const { value: lists } = found.document
  const view = { lists, tag: tagOf(lists) }
  known.set(records, { version: found.version, view })
  return view
}

/** `seen` is the tag of what was changed, absent for the shipped ones. Throws SOMEBODY_WAS_FASTER. */
export async function saveReplyLists(records: Records, lists: ReplyLists, seen?: string): Promise<ReplyListsView> {
  await putSeen(records, KIND, { id: ID, value: lists }, { seen, what: 'The reply lists' })
  return { lists, tag: tagOf(lists) }
}

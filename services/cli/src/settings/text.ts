import type { ImportReport, RevisionList } from '@huiyin/schemas/api-settings.ts'
import type { SettingChange } from '@huiyin/schemas/setting.ts'
import { tableText } from '../table.ts'

const EAST_8 = 8 * 3_600_000
const timeInShanghai = (at: number) => new Date(at + EAST_8).toISOString().slice(0, 16).replace('T', ' ')

const MOST_SHOWN = 10
const LONGEST = 60

/** What an import would do or has done, one line each, and what becomes other under it. */
export function importText({ items }: ImportReport): string {
  if (items.length === 0) return 'The file holds no settings.\n'
  const lines = items.flatMap(({ what, id, line, outcome, changes = [], more = 0, code, detail }) => [
    `line ${line}  ${what} ${id}: ${outcome}${code ? ` (${code})` : ''}`,
    ...(detail ? [`    ${detail}`] : []),
    ...changesLines(changes, more)
  ])
  const count = (wanted: string) => items.filter(({ outcome }) => outcome === wanted).length
  const sum = ['new', 'changed', 'unchanged', 'refused'].map(outcome => `${count(outcome)} ${outcome}`).join(', ')
  return `${lines.join('\n')}\n${sum}\n`
}

/** Revisions, the newest first. */
export function historyText({ rows, before }: RevisionList): string {
  const text = rows
    .map(({ n, at, by, how, of, changes, more }) => {
      const head = tableText(
        [[String(n), timeInShanghai(at), of === undefined ? how : `${how} ${of}`, by.name]],
        'texts'
      )
      return (
        head +
        changesLines(changes, more)
          .map(line => `${line}\n`)
          .join('')
      )
    })
    .join('')
  return before === undefined ? text : `${text}There are older ones.\n`
}

function changesLines(changes: readonly SettingChange[], more: number): string[] {
  const rest = more + Math.max(0, changes.length - MOST_SHOWN)
  const lines = changes.slice(0, MOST_SHOWN).map(change => `    ${change.path || '(all)'}: ${changeText(change)}`)
  return rest > 0 ? [...lines, `    and ${rest} more`] : lines
}

function changeText({ from, to }: SettingChange): string {
  if (from === undefined) return `+ ${shown(to)}`
  return to === undefined ? `- ${shown(from)}` : `${shown(from)} → ${shown(to)}`
}

/** On one line, and nothing that moves the cursor. */
function shown(value: unknown): string {
  const text = JSON.stringify(value).replaceAll(/\p{Cc}/gu, ' ')
  return text.length > LONGEST ? `${text.slice(0, LONGEST).toWellFormed()}…` : text
}

/**
 * Every shortcut of the page, once: the handler of keys looks here what is meant, and the help shows the same table.
 * A key is as `KeyboardEvent.key` says it, letters small; `shift+` goes before letters and named keys only.
 */

type Group = 'list' | 'ticket' | 'judge' | 'page'
type Keys = readonly [string, ...string[]]
type Entry = { group: Group; keys: Keys; repeats?: true }

const one = (group: Group, ...keys: Keys): Entry => ({ group, keys })
/** Goes on while the key is held. */
const held = (group: Group, ...keys: Keys): Entry => ({ group, keys, repeats: true })

export const SHORTCUTS = {
  'list-down': held('list', 'j', 'ArrowDown'),
  'list-up': held('list', 'k', 'ArrowUp'),
  'list-open': one('list', 'Enter'),
  'list-select': one('list', ' '),
  'list-select-down': held('list', 'shift+j', 'shift+ArrowDown'),
  'list-select-up': held('list', 'shift+k', 'shift+ArrowUp'),
  'list-select-all': one('list', 'shift+a'),
  'list-renew': one('list', '.'),

  next: one('ticket', 'n'),
  reply: one('ticket', 'r'),
  assign: one('ticket', 'a'),
  take: one('ticket', 't'),
  dispatch: one('ticket', 'd'),
  dismiss: one('ticket', 'x'),
  macro: one('ticket', 'm'),
  similar: one('ticket', 's'),
  undo: one('ticket', 'u'),

  correct: one('judge', 'c', 'e'),
  inquiry: one('judge', '1'),
  suggestion: one('judge', '2'),
  complaint: one('judge', '3'),
  other: one('judge', '4'),
  'risk-lower': one('judge', '['),
  'risk-raise': one('judge', ']'),
  department: one('judge', 'b'),

  search: one('page', '/'),
  back: one('page', 'Escape'),
  help: one('page', '?')
} as const satisfies Record<string, Entry>

export type Shortcut = keyof typeof SHORTCUTS
export const GROUPS = ['list', 'ticket', 'judge', 'page'] as const satisfies readonly Group[]

export const shortcutsOf = (group: Group) =>
  (Object.keys(SHORTCUTS) as Shortcut[]).filter(name => SHORTCUTS[name].group === group)

/** Full-width signs, as an input method types them, mean the same. */
const PLAIN: Readonly<Record<string, string>> = { '／': '/', '、': '/', '？': '?', '【': '[', '】': ']', '。': '.' }

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey'>

/** How the table names what was pressed. */
export function keyName({ key, shiftKey }: Pressed): string {
  const plain = PLAIN[key] ?? key
  if (/^[a-z]$/i.test(plain)) return `${shiftKey ? 'shift+' : ''}${plain.toLowerCase()}`
  return plain.length > 1 && shiftKey ? `shift+${plain}` : plain
}

const BY_KEY = new Map(
  Object.entries(SHORTCUTS).flatMap(([name, { keys }]) => keys.map(key => [key, name as Shortcut] as const))
)

/** What is meant by a key, if anything. */
export const shortcutOf = (event: Pressed): Shortcut | undefined => BY_KEY.get(keyName(event))

export const doesRepeat = (name: Shortcut): boolean => 'repeats' in SHORTCUTS[name]

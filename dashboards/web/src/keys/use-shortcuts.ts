import { useEffect, useRef } from 'react'
import { stored } from '../data/stored.ts'
import { doesRepeat, SHORTCUTS, type Shortcut, shortcutOf } from './shortcuts.ts'

/**
 * One listener for all shortcuts. Parts of the page say what they do with some of them while they are there; of several
 * parts the one that came last is asked first, or one that says so. Who writes keeps all keys but Escape.
 */

/** Told which key it was. `false`: nothing to do here, the next may. */
type Handler = (key: string) => unknown
export type Handlers = { [Name in Shortcut]?: Handler | undefined }
/** What they are here, where that is not what the table says of them. */
export type Meanings = { [Name in Shortcut]?: string }
/** Keys of one part of the page alone, which are in no table. */
export type OwnKey = { keys: readonly string[]; words: string }
type Part = { handlers: Handlers; means?: Meanings | undefined; own?: readonly OwnKey[] | undefined }
type Layer = { current: Part }

const firsts: Layer[] = []
const others: Layer[] = []
const wanted = stored<boolean>('huiyin.shortcuts', value => (typeof value === 'boolean' ? value : undefined))

/** Whether single keys do anything: who speaks to the computer, or types by accident, can switch them off. */
export const areKeysOn = (): boolean => wanted.read() ?? true
export const switchKeys = (on: boolean): void => wanted.write(on)

const inOrder = () => [...firsts, ...[...others].reverse()]

/** Which shortcuts do something where one is now, with what each is there if the table does not say it; and other keys. */
export function keysHere(): { meant: ReadonlyMap<Shortcut, string | undefined>; own: readonly OwnKey[] } {
  const meant = new Map<Shortcut, string | undefined>()
  const layers = inOrder().map(({ current }) => current)
  for (const { handlers, means } of layers)
    for (const [name, handler] of Object.entries(handlers) as [Shortcut, Handler | undefined][])
      if (handler && !meant.has(name)) meant.set(name, means?.[name])
  return { meant, own: layers.flatMap(({ own = [] }) => own) }
}

/** Does what a shortcut means here, as if its key were pressed; whether there was anything to do. */
export function perform(name: Shortcut, key: string = SHORTCUTS[name].keys[0]): boolean {
  for (const layer of inOrder()) {
    const handler = layer.current.handlers[name]
    if (handler && handler(key) !== false) return true
  }
  return false
}

const WRITING = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]'
const OWN_KEYS = 'dialog[open], [role=dialog], [role=tooltip], [role=listbox], .ant-popover, .ant-select-dropdown'

/** Somebody is writing: letters and focus are theirs. */
export const isWriting = (at: Element | null = document.activeElement): boolean => at?.matches(WRITING) ?? false

/** A dialog stands before all else, wherever the focus is. */
export const isAsked = (): boolean => document.querySelector('dialog[open]') !== null

/** Keys that a control needs itself. */
function isTaken(key: string, at: Element): boolean {
  if (at.closest(OWN_KEYS)) return true
  if (at.closest('form:not([data-shortcuts])')) return true // what stands there half filled in is not taken away
  if (key === 'Escape') return false
  if (isWriting(at)) return true
  if (key.startsWith('Arrow')) return at.matches('[type=radio], [role=tab]')
  return (key === ' ' || key === 'Enter') && at.matches('button, summary, input')
}

function press(event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, altKey, isComposing, defaultPrevented, repeat } = event
  const name = shortcutOf(event)
  if (name === undefined || defaultPrevented || ctrlKey || metaKey || altKey) return
  if (isComposing || event.keyCode === 229) return // an input method is at work
  if (name !== 'back' && !areKeysOn()) return
  if (isAsked()) return
  if (repeat && !doesRepeat(name)) return
  if (event.target instanceof Element && isTaken(key, event.target)) return
  if (perform(name, key)) event.preventDefault()
}

let listening = 0

function listen(): () => void {
  if (listening++ === 0) addEventListener('keydown', press)
  return () => {
    if (--listening === 0) removeEventListener('keydown', press)
  }
}

type Options = { first?: boolean; means?: Meanings; own?: readonly OwnKey[] }

/** What this part of the page does with shortcuts while it is drawn; `first`: it is asked before all others. */
export function useShortcuts(handlers: Handlers, { first = false, means, own }: Options = {}): void {
  const latest = useRef<Part>({ handlers, means, own })
  useEffect(() => {
    latest.current = { handlers, means, own }
  })
  useEffect(() => {
    const layers = first ? firsts : others
    const stop = listen()
    layers.push(latest)
    return () => {
      layers.splice(layers.indexOf(latest), 1)
      stop()
    }
  }, [first])
}

import type { TicketRow } from '@huiyin/schemas/api.ts'
import type { RefObject } from 'react'
import { clearSelection, isSelected, selectAll, selectionNow, selectTo, sizeOf, toggle } from '../bulk/selection.ts'
import { go, parsePlace } from '../data/address.ts'
import type { Asked } from '../data/filter.ts'
import type { Shortcut } from '../keys/shortcuts.ts'
import { type Handlers, isWriting, useShortcuts } from '../keys/use-shortcuts.ts'
import { wishFor } from '../keys/wishes.ts'
import { nextAfter } from './queue.ts'
import { chunkOf } from './rows.tsx'

/** What is done to a ticket by one key: to the row that has the keys, though another ticket is open. */
const ON_TICKET = [
  ...['reply', 'assign', 'take', 'dispatch', 'dismiss', 'macro', 'similar'],
  ...['correct', 'inquiry', 'suggestion', 'complaint', 'other', 'risk-lower', 'risk-raise', 'department']
] as readonly Shortcut[]

/** Those that can be done to all that are selected. */
const ON_MANY: ReadonlySet<Shortcut> = new Set(['assign', 'take', 'dispatch', 'dismiss', 'macro', 'correct'])

type ListKeys = {
  scroll: RefObject<HTMLElement | null>
  rows: readonly TicketRow[]
  /** Absent where nothing is done to many at once. */
  asked: Asked | undefined
  total: number
  onRenew: () => void
}

/** The keys of the list, from wherever nothing else wants them. */
export function useListKeys({ scroll, rows, asked, total, onRenew }: ListKeys): void {
  const focused = () => document.activeElement?.closest<HTMLElement>('[data-ticket]')?.dataset.ticket
  const elementOf = (id: string) => scroll.current?.querySelector<HTMLElement>(`[data-ticket="${CSS.escape(id)}"]`)
  const isFree = () => document.activeElement === document.body || scroll.current?.contains(document.activeElement)

  const focus = (at: number) => {
    const id = rows[at]?.id
    if (id === undefined) return
    const element = elementOf(id)
    if (element) return element.focus()
    scroll.current?.querySelectorAll('[data-chunk]')[chunkOf(at)]?.scrollIntoView({ block: 'center' })
    let tries = 10
    const again = () => {
      const element = elementOf(id)
      if (element) element.focus()
      else if (tries-- > 0) requestAnimationFrame(again)
    }
    requestAnimationFrame(again)
  }
  const at = () => rows.findIndex(({ id }) => id === (focused() ?? openNow()))
  /** Arrow keys scroll what one reads, letters always mean the list. */
  const isTheirs = (key: string) => key.startsWith('Arrow') && !isFree()
  const move = (step: number) => (key: string) => {
    const from = at()
    if (rows.length === 0 || isTheirs(key)) return false
    focus(from < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, from + step)))
  }
  const stretch = (step: number) => (key: string) => {
    const from = at()
    const to = rows[from + step]?.id
    if (isTheirs(key) || asked === undefined || from < 0 || to === undefined) return false
    const order = rows.map(({ id }) => id)
    const here = rows[from]!.id
    if (!isSelected(selectionNow(), here)) toggle(here)
    selectTo(to, order)
    focus(from + step)
  }
  const back = () => {
    if (!isFree() && !isWriting()) return false
    if (isWriting())
      return focus(
        Math.max(
          0,
          rows.findIndex(({ id }) => id === openNow())
        )
      )
    if (sizeOf(selectionNow()) > 0) return clearSelection()
    if (openNow() === undefined) return false
    go({ ticket: undefined })
  }
  const next = () => {
    const row = nextAfter(openNow())
    if (!row) return false
    go({ ticket: row.id })
    focus(rows.findIndex(({ id }) => id === row.id))
  }

  useShortcuts({
    'list-down': move(1),
    'list-up': move(-1),
    'list-select': () => {
      const id = focused()
      if (id === undefined || asked === undefined) return false
      toggle(id)
    },
    'list-select-down': stretch(1),
    'list-select-up': stretch(-1),
    'list-select-all': () => (asked === undefined || total === 0 ? false : selectAll(asked, total)),
    'list-renew': onRenew,
    next,
    back
  })
  useShortcuts(onFocused(focused), { first: true })
}

/** What is open by the address: the list is drawn a moment after it. */
const openNow = () => parsePlace(location.search).ticket

/** The row with the keys is opened first; with rows selected, it is asked what to do with all of them. */
const onFocused = (focused: () => string | undefined): Handlers =>
  Object.fromEntries(
    ON_TICKET.map(name => [
      name,
      () => {
        const id = focused()
        if (id === undefined) return false
        if (ON_MANY.has(name) && sizeOf(selectionNow()) > 0) {
          wishFor('', name)
          return go({ open: 'bulk' })
        }
        if (id === openNow()) return false
        wishFor(id, name)
        go({ ticket: id })
      }
    ])
  )

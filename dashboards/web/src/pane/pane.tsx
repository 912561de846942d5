import { Button, Skeleton } from 'antd'
import type { ReactNode, Ref } from 'react'
import style from './pane.module.css'

type PaneProps = {
  name: string
  head: ReactNode
  /** What is shown belongs to an earlier question. */
  busy?: boolean
  /** The part that scrolls. */
  scroll?: Ref<HTMLDivElement>
  children: ReactNode
}

/** A list under its head, which stays where it is. */
export const Pane = ({ name, head, busy, scroll, children }: PaneProps) => (
  <section className={style.pane} aria-label={name}>
    {head}
    <div className={style.scroll} ref={scroll} aria-busy={busy}>
      {children}
    </div>
  </section>
)

/** What stands beside a pane. */
export const Sheet = ({ name, children }: { name: string; children: ReactNode }) => (
  <section className={style.sheet} aria-label={name}>
    {children}
  </section>
)

type BarProps = {
  summary: ReactNode
  /** The button by which one adds to the list. */
  adding?: { words: string; onAdd: () => void } | undefined
  /** What narrows the list. */
  children?: ReactNode
}

/** A pane's head: how much there is, and the way to add to it. */
export const Bar = ({ summary, adding, children }: BarProps) => (
  <div className={style.bar}>
    {children}
    <span className={style.summary} role="status">
      {summary}
    </span>
    {adding && (
      <Button type="primary" onClick={adding.onAdd}>
        {adding.words}
      </Button>
    )}
  </div>
)

type WaitingProps = { className: string | undefined; cards: number; title: `${number}%`; lines: number }

/** Cards that are on their way. */
export const Waiting = ({ className, cards, title, lines }: WaitingProps) =>
  Array.from({ length: cards }, (_, card) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
    <div className={className} key={card}>
      <Skeleton active title={{ width: title }} paragraph={{ rows: lines }} />
    </div>
  ))

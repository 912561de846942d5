import type { Cite } from '@huiyin/schemas/report.ts'
import type { KeyboardEvent, ReactNode } from 'react'
import { t } from '../language.ts'
import style from './paper.module.css'
import type { Showing } from './shown.ts'

type SourceProps = Showing & {
  name: string
  cites: readonly Cite[]
  className?: string | undefined
  children: ReactNode
}

/** What stands on sources: they are shown while it is under the pointer or the focus, and stay when it is chosen. */
export function Source({ name, cites, className, held, onSee, onHold, children }: SourceProps) {
  const shown = { key: name, cites }
  const isHeld = held?.key === name
  const toggle = () => onHold(isHeld ? undefined : shown)
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && isHeld) onHold(undefined)
    if (event.key !== 'Enter' && event.key !== ' ') return
    event.preventDefault()
    toggle()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button does not break its words over lines
    <span
      className={`${style.source} ${className ?? ''}`}
      role="button"
      tabIndex={0}
      aria-pressed={isHeld}
      title={t('report.source-hint')}
      onMouseEnter={() => onSee(shown)}
      onMouseLeave={() => onSee(undefined)}
      onFocus={() => onSee(shown)}
      onBlur={() => onSee(undefined)}
      onClick={toggle}
      onKeyDown={keys}
    >
      {children}
    </span>
  )
}
